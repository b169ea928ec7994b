#include <gtest/gtest.h>

#include <string>

#include "searcher/speech/speech.h"

namespace kiosque::speech {
namespace {

TEST(SpeechExample, SaysCountsAndFilters) {
  const std::string found = plural(Message::Results, Language::French, 12345);
  EXPECT_EQ(found, "12\u202f345 résultats");
  EXPECT_EQ(filter_label({"date", "2024-05"}, Language::English), "May 2024");
}

}  // namespace
}  // namespace kiosque::speech
