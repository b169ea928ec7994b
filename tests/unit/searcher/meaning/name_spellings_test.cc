#include "searcher/meaning/name_spellings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/small_index.h"

namespace kiosque::meaning {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Other spellings of a name in an index of two articles for each text.
std::vector<std::string> spellings(const std::string& name, const std::vector<std::string>& texts) {
  test::SmallIndex index;
  for (std::size_t i = 0; i < texts.size() * 2; ++i) index.add(texts[i / 2]);
  text::Analyzer analyzer;
  return other_spellings(analyzer.analyze(name).at(0), index.forms(), analyzer);
}

TEST(OtherSpellings, AreThoseThatArticlesHoldMostFrequentFirst) {
  EXPECT_THAT(spellings("zelensky", {"M. Zelensky", "M. Zelenskyy", "M. Zelenski", "M. Zelenski"}),
              ElementsAre("Zelenski", "Zelenskyy"));
}

TEST(OtherSpellings, OfANameThatNoArticleHolds) {
  EXPECT_THAT(spellings("Tchernobyl", {"à Chernobyl"}), ElementsAre("Chernobyl"));
}

TEST(OtherSpellings, OfANameThatNoArticleHoldsAnyMore) {
  test::SmallIndex index;
  for (const auto* text : {"à Tchernobyl", "à Chernobyl", "à Chernobyl"}) index.add(text);
  index.remove(1);
  text::Analyzer analyzer;

  EXPECT_THAT(other_spellings(analyzer.analyze("Tchernobyl").at(0), index.forms(), analyzer),
              ElementsAre("Chernobyl"));
}

TEST(OtherSpellings, AreNamesOnly) {
  EXPECT_THAT(spellings("tchèque", {"le président tchèque", "un Chèque"}), IsEmpty());
  EXPECT_THAT(spellings("Tchèque", {"un Tchèque", "un chèque"}), IsEmpty());
}

}  // namespace
}  // namespace kiosque::meaning
