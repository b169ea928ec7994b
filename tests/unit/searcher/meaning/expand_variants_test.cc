#include "searcher/meaning/expand_variants.h"

#include <gtest/gtest.h>

#include "searcher/query/query.h"
#include "tests/support/small_index.h"

namespace kiosque::meaning {
namespace {

/// The query as it is searched, with one article that holds all names of the table.
std::string expanded(std::string_view query, std::size_t* notes = nullptr) {
  text::Analyzer analyzer;
  text::Variants variants;
  variants.add("Kiev = Kyiv\nOtan = Alliance atlantique\nONU = UN\n");
  test::SmallIndex index;
  index.add("Kiev Kyiv Otan Alliance atlantique armes un ONU UN");
  Analysed analysed = analyse(query::parse_query(query, {}), analyzer);

  const auto told = expand_variants(analysed, variants, index.database(), index.forms(), analyzer);

  if (notes != nullptr) *notes = told.size();
  return query::to_s_expression(analysed.ast.root);
}

TEST(ExpandVariants, AddsOtherNamesAndSaysSo) {
  std::size_t notes = 0;

  const std::string query = expanded("armes kiev", &notes);

  EXPECT_NE(query.find("Kyiv"), std::string::npos) << query;
  EXPECT_EQ(notes, 1u);
}

TEST(ExpandVariants, ReadsNamesOfSeveralWords) {
  EXPECT_NE(expanded("alliance atlantique armes").find("Otan"), std::string::npos);
}

TEST(ExpandVariants, LeavesPhrasesExactFormsAndExclusionsAlone) {
  for (const auto* query : {"\"kiev\" armes", "=kiev", "armes -kiev", "titre:kiev"}) {
    std::size_t notes = 0;
    EXPECT_EQ(expanded(query, &notes).find("Kyiv"), std::string::npos) << query;
    EXPECT_EQ(notes, 0u) << query;
  }
}

TEST(ExpandVariants, StopWordsAreNoNames) {
  for (const auto* query : {"un maire", "UN", "ONU", "d'un AND maire"}) {
    std::size_t notes = 0;
    EXPECT_EQ(expanded(query, &notes).find("variants"), std::string::npos) << query;
    EXPECT_EQ(notes, 0u) << query;
  }
}

TEST(ExpandVariants, AddsNoNameThatArticlesHoldNoMore) {
  text::Analyzer analyzer;
  text::Variants variants;
  variants.add("Kiev = Kyiv\n");
  test::SmallIndex index;
  index.add("Kyiv");
  index.add("Kiev");
  index.remove(1);
  Analysed analysed = analyse(query::parse_query("Kiev", {}), analyzer);

  const auto told = expand_variants(analysed, variants, index.database(), index.forms(), analyzer);

  EXPECT_TRUE(told.empty());
  EXPECT_EQ(query::to_s_expression(analysed.ast.root).find("Kyiv"), std::string::npos);
}

}  // namespace
}  // namespace kiosque::meaning
