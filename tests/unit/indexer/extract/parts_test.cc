#include <gtest/gtest.h>

#include "indexer/extract/facts/byline.h"
#include "indexer/extract/facts/language.h"
#include "indexer/extract/text/class_words.h"
#include "indexer/extract/text/phrases.h"
#include "indexer/extract/text/prose_date.h"

namespace kiosque::extract {
namespace {

std::string iso(std::string_view text) {
  const auto date = text::date_in_prose(text);
  return date ? date::format_iso8601(*date) : "none";
}

TEST(DateInProse, ReadsDaysInTheLanguagesOfThePress) {
  EXPECT_EQ(iso("Publié le 1er mai 2024 à 10h05"), "2024-05-01");
  EXPECT_EQ(iso("lundi 9 décembre 2019 à 09h08"), "2019-12-09");
  EXPECT_EQ(iso("Le 17/02/2020"), "2020-02-17");
  EXPECT_EQ(iso("19.11.2019, Bern"), "2019-11-19");
  EXPECT_EQ(iso("3. Juni 2024"), "2024-06-03");
  EXPECT_EQ(iso("June 3, 2024"), "2024-06-03");
  EXPECT_EQ(iso("3 de junio de 2024"), "2024-06-03");
  EXPECT_EQ(iso("15 августа 2016, 13:43"), "2016-08-15");
}

TEST(DateInProse, RefusesWhatIsNoDay) {
  EXPECT_EQ(iso("mis à jour hier"), "none");
  EXPECT_EQ(iso("31 février 2024"), "none");
  EXPECT_EQ(iso("les 12 travaux de 1976"), "none");
}

TEST(NamesOfByline, SplitsNamesAndDropsWhatLeadsToThem) {
  EXPECT_EQ(facts::names_of_byline("Par Anne Blanc et Luc Noir"),
            (std::vector<std::string>{"Anne Blanc", "Luc Noir"}));
  EXPECT_EQ(facts::names_of_byline("Auteur : Zoé Roux"), std::vector<std::string>{"Zoé Roux"});
}

TEST(NamesOfByline, LeavesLabelsDaysAndLinksAside) {
  const std::vector<std::string> lea{"Lea Blum"};

  EXPECT_EQ(facts::names_of_byline("VonLea Blum"), lea);
  EXPECT_EQ(facts::names_of_byline("Post author By Lea Blum"), lea);
  EXPECT_EQ(facts::names_of_byline("Lea Blum am 3. Juni 2024"), lea);
  EXPECT_EQ(facts::names_of_byline("Lea Blum (lbl)"), lea);
  EXPECT_EQ(facts::names_of_byline("Zeige alle Beiträge von Lea Blum →"), lea);
  EXPECT_EQ(facts::names_of_byline("Par Lea Blum, publié le 3 juin"), lea);
  EXPECT_EQ(facts::names_of_byline("Vonnegut"), std::vector<std::string>{"Vonnegut"});
  EXPECT_EQ(facts::names_of_byline("6Medias"), std::vector<std::string>{"6Medias"});
}

TEST(LooksLikePerson, NeedsCapitalsOrParticles) {
  EXPECT_TRUE(facts::looks_like_person("Lea van der Blum"));
  EXPECT_TRUE(facts::looks_like_person("Émile Élan"));
  EXPECT_FALSE(facts::looks_like_person("AFP"));
  EXPECT_FALSE(facts::looks_like_person("notre envoyé spécial"));
}

TEST(NamesOfByline, RefusesWhatIsNoName) {
  EXPECT_TRUE(facts::names_of_byline("Foto: Lea Blum").empty());
  EXPECT_TRUE(facts::names_of_byline("Name *").empty());
  EXPECT_TRUE(facts::names_of_byline("https://example.org/auteur").empty());
  EXPECT_TRUE(facts::names_of_byline("admin").empty());
  EXPECT_TRUE(facts::names_of_byline("3 juin 2024").empty());
}

TEST(ReadClass, JoinsNeighbouringWords) {
  EXPECT_EQ(text::read_class("block read-more").zone, text::Zone::Related);
  EXPECT_EQ(text::read_class("ReadMore_box__x1").zone, text::Zone::Related);
  EXPECT_TRUE(text::read_class("c-article-body u-mb").body);
  EXPECT_EQ(text::read_class("headline").zone, text::Zone::Content);
}

TEST(Phrases, TellBoilerplateFromProse) {
  EXPECT_TRUE(text::is_boilerplate("PUBLICITÉ"));
  EXPECT_TRUE(text::is_boilerplate("Lire aussi : la gare attend"));
  EXPECT_FALSE(text::is_boilerplate("Lireland est un pays imaginaire."));
  EXPECT_TRUE(text::is_date_line("AFP, publié le jeudi 02 juillet 2020 à 21h05"));
  EXPECT_FALSE(text::is_date_line("Le 2 juillet 2020, la ville votait la fin du chantier."));
}

TEST(FindLanguage, TrustsTheTextBeforeTheDeclaration) {
  EXPECT_EQ(
      facts::find_language("Le conseil municipal a voté hier soir le budget de la ville, après un "
                           "long débat sur les écoles et les transports publics.",
                           "en-US"),
      "fr");
  EXPECT_EQ(facts::find_language("", "fr-FR"), "fr");
}

TEST(Caption, EndsWithWhoTookThePicture) {
  EXPECT_TRUE(text::is_caption("Le port de Lys, hier © Lea Blum"));
  EXPECT_TRUE(text::is_caption("Le maire et ses adjoints. (Foto: dpa)"));
  EXPECT_TRUE(text::is_caption("Photo : Lea Blum"));
  EXPECT_TRUE(text::is_caption("Aire-les-Moulins, samedi. (Photo Hexapresse)"));
  EXPECT_FALSE(
      text::is_caption("Sur la photo : le maire, assis au premier rang, ne sourit à personne."));
}

TEST(BylineLine, MayStandBehindTheDay) {
  EXPECT_TRUE(text::is_byline("Mis en ligne le mardi 23 avril 2024 par Fanny Roux"));
  EXPECT_FALSE(text::is_byline("La loi du 3 juin 2024 a été votée par le Sénat"));
}

TEST(DateLine, MayBeRelative) {
  EXPECT_TRUE(text::is_date_line("Il y a 3 heures"));
  EXPECT_TRUE(text::is_date_line("Published 4 months ago"));
  EXPECT_FALSE(
      text::is_date_line("Le village a été fondé il y a 300 ans par des pêcheurs venus du nord"));
}

}  // namespace
}  // namespace kiosque::extract
