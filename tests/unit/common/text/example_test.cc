// The example of common/text/text.h.
#include <gtest/gtest.h>

#include <vector>

#include "common/text/text.h"

namespace kiosque::text {
namespace {

TEST(TextExample, GivesTheWordsOfASentence) {
  Analyzer analyzer;
  const std::vector<Token> tokens = analyzer.analyze("L'armée libère Saint-Lô");
  EXPECT_EQ(tokens.size(), 4u);
  EXPECT_EQ(tokens[0].exact, "armee");  // the elided article is no word
  EXPECT_EQ(tokens[1].stem, "liberer");
  EXPECT_EQ(tokens[3].stem, "Lo");  // a name is itself, with a capital
  EXPECT_EQ(tokens[3].position, 4u);
}

}  // namespace
}  // namespace kiosque::text
