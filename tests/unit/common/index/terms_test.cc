#include "common/index/terms.h"

#include <gtest/gtest.h>

namespace kiosque::index {
namespace {

TEST(Terms, FormsOfAWordShareItsStemTerm) {
  text::Analyzer analyzer;

  const auto tokens = analyzer.analyze("Élysée Élysées");

  EXPECT_EQ(stem_term(tokens.at(0)), "Z" + tokens[0].stem);
  EXPECT_EQ(stem_term(tokens.at(0)), stem_term(tokens.at(1)));
  EXPECT_NE(form_code(tokens[0]), form_code(tokens[1]));
}

TEST(Terms, StopWordsAndNumbersHaveOneForm) {
  text::Analyzer analyzer;

  for (const text::Token& token : analyzer.analyze("les 49.3")) {
    EXPECT_FALSE(has_forms(token));
    EXPECT_EQ(form_code(token), 0);
  }
}

}  // namespace
}  // namespace kiosque::index
