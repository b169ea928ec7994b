#include "common/text/stemmer.h"

#include <gtest/gtest.h>

namespace kiosque::text {
namespace {

struct Case {
  std::string_view word;
  std::string_view stem;
};

class LightStemTest : public ::testing::TestWithParam<Case> {};

TEST_P(LightStemTest, FollowsTheRules) { EXPECT_EQ(light_stem(GetParam().word), GetParam().stem); }

INSTANTIATE_TEST_SUITE_P(
    Rules, LightStemTest,
    ::testing::Values(Case{"chevaux", "cheval"}, Case{"hiboux", "hibou"}, Case{"bateaux", "bateau"},
                      Case{"chantés", "chant"}, Case{"investissement", "investi"},
                      Case{"assourdissant", "asourdi"}, Case{"rapidement", "rapid"},
                      Case{"administrativement", "administratif"},
                      Case{"justificatrice", "justifi"}, Case{"éducatrice", "eduqu"},
                      Case{"créatrice", "crer"}, Case{"directrice", "direct"},
                      Case{"centième", "cent"}, Case{"chanteuse", "chant"},
                      Case{"traditionnelle", "tradition"}, Case{"complète", "complet"},
                      Case{"traîtresse", "traitr"}, Case{"actualisation", "actuel"},
                      Case{"manifestation", "manifest"}, Case{"mer", "mer"}));

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
