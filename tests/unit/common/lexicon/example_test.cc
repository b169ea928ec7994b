// The example of common/lexicon/lexicon.h.
#include <gtest/gtest.h>

#include "common/lexicon/lexicon.h"

namespace kiosque::lexicon {
namespace {

TEST(LexiconExample, GivesTheReadingsOfAWord) {
  const Lexicon lexicon;
  EXPECT_EQ(lexicon.find("yeux", "yeux").word, "oeil");
  EXPECT_EQ(lexicon.find("kiev", "kiev").name, "Kiev");
  EXPECT_EQ(lexicon.find("mali", "mali").word, "mali");  // a loss made in trade
  EXPECT_EQ(lexicon.find("mali", "mali").name, "Mali");
  EXPECT_TRUE(lexicon.find("xyzzy", "xyzzy").word.empty());
}

}  // namespace
}  // namespace kiosque::lexicon
