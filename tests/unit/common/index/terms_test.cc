#include "common/index/terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::index {
namespace {

TEST(Terms, FormsOfAWordShareItsStemTerm) {
  text::Analyzer analyzer;

  const auto tokens = analyzer.analyze("épreuve épreuves");

  EXPECT_EQ(stem_term(tokens.at(0)), "Zepreuve");
  EXPECT_EQ(stem_term(tokens.at(0)), stem_term(tokens.at(1)));
  EXPECT_NE(form_code(tokens[0]), form_code(tokens[1]));
}

TEST(Terms, AQuerysWordHasOneOfEachReading) {
  text::Analyzer analyzer;

  EXPECT_THAT(stem_terms(analyzer.analyze_query("mali").at(0)),
              testing::ElementsAre("Zmali", "ZMali"));
  EXPECT_THAT(stem_terms(analyzer.analyze_query("Mali").at(0)), testing::ElementsAre("ZMali"));
}

TEST(Terms, StopWordsAndNumbersHaveOneForm) {
  text::Analyzer analyzer;

  for (const text::Token& token : analyzer.analyze("les 49.3")) {
    EXPECT_FALSE(has_forms(token));
    EXPECT_EQ(form_code(token), 0);
  }
}

TEST(UniqueTerm, TellsAddressesApartAndIsShort) {
  EXPECT_NE(unique_term("https://a.fr/1"), unique_term("https://a.fr/2"));
  EXPECT_EQ(unique_term(std::string(5000, 'x')).size(), 33u);
}

TEST(ValueTerm, FoldsAndJoinsSpaces) {
  EXPECT_EQ(value_term("G", "  Économie \n Sociale "), "Geconomie sociale");
}

TEST(ValueTerm, CutsLongValuesBetweenCharacters) {
  std::string value;
  for (int i = 0; i < 300; ++i) value += "ж";

  const std::string term = value_term("K", value);

  EXPECT_LE(term.size(), 245u);
  EXPECT_EQ(term.substr(term.size() - 2), "ж");
}

}  // namespace
}  // namespace kiosque::index
