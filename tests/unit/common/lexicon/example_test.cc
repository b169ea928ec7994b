// The example of common/lexicon/lexicon.h.
#include <gtest/gtest.h>

#include "common/lexicon/lexicon.h"

namespace kiosque::lexicon {
namespace {

TEST(LexiconExample, GivesTheReadingsOfAWord) {
  const Lexicon lexicon;
  EXPECT_EQ(lexicon.find("yeux", "yeux").word, "oeil");
  EXPECT_TRUE(lexicon.find("kiev", "kiev").is_name);
  EXPECT_EQ(lexicon.find("mali", "mali").word, "mali");  // a loss made in trade
  EXPECT_TRUE(lexicon.find("mali", "mali").is_name);
  EXPECT_TRUE(lexicon.find("xyzzy", "xyzzy").word.empty());
}

}  // namespace
}  // namespace kiosque::lexicon
