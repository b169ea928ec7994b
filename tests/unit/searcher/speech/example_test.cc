#include <gtest/gtest.h>

#include <string>

#include "searcher/speech/speech.h"

namespace kiosque::speech {
namespace {

TEST(SpeechExample, SaysCountsAndFilters) {
  const std::string found = plural(Message::Articles, Language::French, 12345);
  EXPECT_EQ(found, "12\u202f345 articles");
  EXPECT_EQ(filter_label({"date", "2024-05"}, Language::English), "May 2024");
}

}  // namespace
}  // namespace kiosque::speech
