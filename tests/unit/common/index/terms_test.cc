#include "common/index/terms.h"

#include <gtest/gtest.h>

namespace kiosque {
namespace {

TEST(Terms, WordHasStemAndExactTerm) {
  Analyzer analyzer;

  const auto tokens = analyzer.analyze("Élysées");

  EXPECT_EQ(stem_term(tokens.at(0)), "Z" + tokens[0].stem);
  EXPECT_EQ(exact_term(tokens.at(0)), "elysees");
}

TEST(Terms, StopWordsAndNumbersHaveOneTermOnly) {
  Analyzer analyzer;

  const auto tokens = analyzer.analyze("les 49.3");

  EXPECT_EQ(exact_term(tokens.at(0)), "Zles");
  EXPECT_EQ(exact_term(tokens.at(1)), "Z49.3");
}

}  // namespace
}  // namespace kiosque
