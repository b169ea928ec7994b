#include "indexer/extract/text/phrases.h"

#include <gtest/gtest.h>

#include <chrono>

#include <string>
#include <vector>

namespace kiosque::extract::text {
namespace {

constexpr std::chrono::year kLast{2035};

TEST(Phrases, TellBoilerplateFromProse) {
  EXPECT_TRUE(is_boilerplate("PUBLICITÉ"));
  EXPECT_TRUE(is_boilerplate("Lire aussi : la gare attend"));
  EXPECT_FALSE(is_boilerplate("Lireland est un pays imaginaire."));
  EXPECT_TRUE(is_date_line("AFP, publié le jeudi 02 juillet 2020 à 21h05", kLast));
  EXPECT_FALSE(is_date_line("Le 2 juillet 2020, la ville votait la fin du chantier.", kLast));
}

TEST(Caption, EndsWithWhoTookThePicture) {
  EXPECT_TRUE(is_caption("Le port de Lys, hier © Lea Blum"));
  EXPECT_TRUE(is_caption("Le maire et ses adjoints. (Foto: dpa)"));
  EXPECT_TRUE(is_caption("Photo : Lea Blum"));
  EXPECT_TRUE(is_caption("Aire-les-Moulins, samedi. (Photo Hexapresse)"));
  EXPECT_FALSE(is_caption("Sur la photo : le maire, assis au premier rang, ne sourit à personne."));
}

TEST(BylineLine, MayStandBehindTheDay) {
  EXPECT_TRUE(is_byline("Mis en ligne le mardi 23 avril 2024 par Fanny Roux", kLast));
  EXPECT_FALSE(is_byline("La loi du 3 juin 2024 a été votée par le Sénat", kLast));
}

TEST(DateLine, MayBeRelative) {
  EXPECT_TRUE(is_date_line("Il y a 3 heures", kLast));
  EXPECT_TRUE(is_date_line("Published 4 months ago", kLast));
  EXPECT_FALSE(
      is_date_line("Le village a été fondé il y a 300 ans par des pêcheurs venus du nord", kLast));
}

}  // namespace
}  // namespace kiosque::extract::text
