#include "indexer/extract/facts/byline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kiosque::extract::facts {
namespace {

TEST(NamesOfByline, SplitsNamesAndDropsWhatLeadsToThem) {
  EXPECT_EQ(names_of_byline("Par Anne Blanc et Luc Noir"),
            (std::vector<std::string>{"Anne Blanc", "Luc Noir"}));
  EXPECT_EQ(names_of_byline("Auteur : Zoé Roux"), std::vector<std::string>{"Zoé Roux"});
}

TEST(NamesOfByline, LeavesLabelsDaysAndLinksAside) {
  const std::vector<std::string> lea{"Lea Blum"};

  EXPECT_EQ(names_of_byline("VonLea Blum"), lea);
  EXPECT_EQ(names_of_byline("Post author By Lea Blum"), lea);
  EXPECT_EQ(names_of_byline("Lea Blum am 3. Juni 2024"), lea);
  EXPECT_EQ(names_of_byline("Lea Blum (lbl)"), lea);
  EXPECT_EQ(names_of_byline("Zeige alle Beiträge von Lea Blum →"), lea);
  EXPECT_EQ(names_of_byline("Par Lea Blum, publié le 3 juin"), lea);
  EXPECT_EQ(names_of_byline("Vonnegut"), std::vector<std::string>{"Vonnegut"});
  EXPECT_EQ(names_of_byline("6Medias"), std::vector<std::string>{"6Medias"});
}

TEST(LooksLikePerson, NeedsCapitalsOrParticles) {
  EXPECT_TRUE(looks_like_person("Lea van der Blum"));
  EXPECT_TRUE(looks_like_person("Émile Élan"));
  EXPECT_FALSE(looks_like_person("AFP"));
  EXPECT_FALSE(looks_like_person("notre envoyé spécial"));
}

TEST(NamesOfByline, RefusesWhatIsNoName) {
  EXPECT_TRUE(names_of_byline("Foto: Lea Blum").empty());
  EXPECT_TRUE(names_of_byline("Name *").empty());
  EXPECT_TRUE(names_of_byline("https://example.org/auteur").empty());
  EXPECT_TRUE(names_of_byline("admin").empty());
  EXPECT_TRUE(names_of_byline("3 juin 2024").empty());
}

}  // namespace
}  // namespace kiosque::extract::facts
