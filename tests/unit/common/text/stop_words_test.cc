#include "common/text/stop_words.h"

#include <gtest/gtest.h>

namespace kiosque::text {
namespace {

TEST(StopWords, AreThoseThatTellNothing) {
  for (const auto* word : {"le", "la", "des", "à", "où", "était", "qu", "aux"}) {
    EXPECT_TRUE(is_stop_word(word)) << word;
  }
}

TEST(StopWords, AreNotTheirAccentedHomographs) {
  for (const auto* word : {"été", "sûr", "né", "dés", "contre", "Le"}) {
    EXPECT_FALSE(is_stop_word(word)) << word;
  }
}

}  // namespace
}  // namespace kiosque::text
