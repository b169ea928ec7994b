#include "common/text/stemmer.h"

#include <gtest/gtest.h>

namespace kiosque::text {
namespace {

struct Stemmed {
  std::string_view word;
  std::string_view stem;
};

class LightStemTest : public ::testing::TestWithParam<Stemmed> {};

TEST_P(LightStemTest, FollowsTheRules) { EXPECT_EQ(light_stem(GetParam().word), GetParam().stem); }

INSTANTIATE_TEST_SUITE_P(
    Rules, LightStemTest,
    ::testing::Values(Stemmed{"chevaux", "cheval"}, Stemmed{"hiboux", "hibou"}, Stemmed{"bateaux", "bateau"},
                      Stemmed{"chantés", "chant"}, Stemmed{"investissement", "investi"},
                      Stemmed{"assourdissant", "asourdi"}, Stemmed{"rapidement", "rapid"},
                      Stemmed{"administrativement", "administratif"},
                      Stemmed{"justificatrice", "justifi"}, Stemmed{"éducatrice", "eduqu"},
                      Stemmed{"créatrice", "crer"}, Stemmed{"directrice", "direct"},
                      Stemmed{"centième", "cent"}, Stemmed{"chanteuse", "chant"},
                      Stemmed{"traditionnelle", "tradition"}, Stemmed{"complète", "complet"},
                      Stemmed{"traîtresse", "traitr"}, Stemmed{"actualisation", "actuel"},
                      Stemmed{"manifestation", "manifest"}, Stemmed{"mer", "mer"}));

TEST(Stemmer, JoinsWhatOneStemmerAloneKeepsApart) {
  const Stemmer stemmer;

  EXPECT_EQ(stemmer.stem("journaux"), stemmer.stem("journal"));     // the light one
  EXPECT_EQ(stemmer.stem("rentrera"), stemmer.stem("rentreront"));  // Snowball
}

TEST(Stemmer, NeverReturnsNothing) {
  const Stemmer stemmer;

  for (const auto* word : {"s", "x", "es", "ée", "à", "ies"}) EXPECT_NE(stemmer.stem(word), "");
}

}  // namespace
}  // namespace kiosque::text
