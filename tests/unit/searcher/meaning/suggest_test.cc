#include "searcher/meaning/suggest.h"

#include <gtest/gtest.h>

#include "searcher/meaning/speller.h"
#include "searcher/query/query.h"
#include "tests/support/small_index.h"

namespace kiosque::meaning {
namespace {

test::SmallIndex sample() {
  test::SmallIndex index;
  for (const auto* body : {"Genève accueille le salon", "un salon à Genève", "armes et armées"}) {
    index.add(body);
  }
  return index;
}

struct Checked {
  std::string query;
  SpellingAdvice advice;
};

Checked check(std::string_view query, Spelling mode = Spelling::Correct) {
  text::Analyzer analyzer;
  Analysed analysed = analyse(query::parse_query(query, {}), analyzer);
  const test::SmallIndex index = sample();
  auto advice = check_spelling(analysed, index.database(), index.forms(), analyzer, mode);
  return {query::to_s_expression(analysed.ast.root), std::move(advice)};
}

TEST(CheckSpelling, ReplacesAWordThatNoArticleHolds) {
  const auto [query, advice] = check("salon genvèe");

  EXPECT_NE(query.find("Genève"), std::string::npos) << query;
  ASSERT_EQ(advice.notes.size(), 1u);
  EXPECT_EQ(advice.notes[0].kind, query::Note::Kind::Corrected);
  EXPECT_EQ(advice.notes[0].subject, "genvèe");
}

TEST(CheckSpelling, ReplacesAFormThatNoArticleHoldsOfAMuchRarerWord) {
  test::SmallIndex index = sample();
  const auto corrects = [&](std::string_view query) {
    text::Analyzer analyzer;
    Analysed analysed = analyse(query::parse_query(query, {}), analyzer);
    return check_spelling(analysed, index.database(), index.forms(), analyzer, Spelling::Correct)
               .notes.size() == 1;
  };
  index.add("deux ministes");
  for (int i = 0; i < 5; ++i) index.add("le ministre");

  EXPECT_FALSE(corrects("ministe"));  // "ministes" may be what is meant

  for (int i = 0; i < 10; ++i) index.add("le ministre");

  EXPECT_TRUE(corrects("ministe"));
  EXPECT_FALSE(corrects("ministres"));  // a form of what articles hold
}

TEST(CheckSpelling, ReplacesAWordThatNoArticleHoldsAnyMore) {
  test::SmallIndex index = sample();
  index.add("Un salon à Genvèe");
  index.add("Un salon à Genovève");
  index.remove(5);
  index.remove(4);
  text::Analyzer analyzer;
  Analysed analysed = analyse(query::parse_query("salon genvèe", {}), analyzer);

  const auto advice =
      check_spelling(analysed, index.database(), index.forms(), analyzer, Spelling::Correct);

  ASSERT_EQ(advice.notes.size(), 1u);
  EXPECT_EQ(advice.notes[0].detail, "Genève");
}

TEST(CheckSpelling, OnlySuggestsWhenAsked) {
  const auto [query, advice] = check("salon genvèe", Spelling::Suggest);

  EXPECT_NE(query.find("genvèe"), std::string::npos) << query;
  EXPECT_EQ(advice.suggestion, "salon Genève");
}

TEST(CheckSpelling, LeavesKnownWordsPhrasesAndFieldsAlone) {
  for (const auto* query : {"armée salon", "arme", "\"genvèe\"", "=genvee", "titre:genvee"}) {
    EXPECT_TRUE(check(query).advice.notes.empty()) << query;
  }
}

TEST(EditDistance, CountsSlips) {
  EXPECT_EQ(edit_distance("salon", "salon", 2), 0);
  EXPECT_LT(edit_distance("genvee", "geneve", 2), 1);
  EXPECT_LT(edit_distance("mministre", "ministre", 2), 1);
  EXPECT_EQ(edit_distance("pluie", "plui", 2), 1);
  EXPECT_GT(edit_distance("pluie", "soleil", 2), 2);
}

}  // namespace
}  // namespace kiosque::meaning
