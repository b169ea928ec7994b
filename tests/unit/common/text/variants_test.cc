#include "common/text/variants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::text {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Variants table(std::string_view text) {
  Variants variants;
  variants.add(text);
  return variants;
}

TEST(Variants, FindsTheLongestNameWhateverItsCaseAndAccents) {
  const auto variants = table("Congo = Zaïre\nRépublique du Congo = Congo-Brazzaville\n");

  const std::vector<std::string> words{"republique", "du", "congo", "vote"};
  const auto match = variants.match(words);

  EXPECT_EQ(match.words, 3u);
  EXPECT_THAT(match.others, Contains("Congo-Brazzaville"));
}

TEST(Variants, PassesOverCommentsAndNamesWithoutOthers) {
  const auto variants = table("# Kiev = Kyiv\nParis\nLyon = # nothing\n");

  const std::vector<std::string> words{"kiev"};
  EXPECT_EQ(variants.match(words).words, 0u);
  EXPECT_THAT(variants.match(words).others, IsEmpty());
}

TEST(Variants, TellsTheLinesThatAreNoGroup) {
  Variants variants;

  const auto lonely = variants.add("# Kiev\nKiev = Kyiv\n\nOtan, NATO\nParis =\n");

  EXPECT_THAT(lonely, ElementsAre(4u, 5u));
}

TEST(Variants, BuiltInTableHoldsGroupsOnly) {
  EXPECT_THAT(Variants().add(built_in_variants()), IsEmpty());
}

TEST(Variants, BuiltInTableKnowsKyiv) {
  const auto variants = table(built_in_variants());

  const std::vector<std::string> words{"kyiv"};
  EXPECT_THAT(variants.match(words).others, Contains("Kiev"));
}

}  // namespace
}  // namespace kiosque::text
