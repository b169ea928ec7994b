#include "searcher/speech/filter_label.h"

#include <gtest/gtest.h>

namespace kiosque::speech {
namespace {

std::string label(const std::string& field, const std::string& value) {
  return filter_label({field, value}, Language::French);
}

TEST(FilterLabel, SaysPeriodsAsReadersDo) {
  EXPECT_EQ(label("date", "2024-05"), "mai 2024");
  EXPECT_EQ(label("date", "2024-05-01.."), "depuis le mercredi 1er mai 2024");
  EXPECT_EQ(label("date", "..2024-05-06"), "jusqu’au lundi 6 mai 2024");
  EXPECT_EQ(label("date", "2024-05-01..2024-05-06"),
            "du mercredi 1er mai 2024 au lundi 6 mai 2024");
  EXPECT_EQ(filter_label({"date", "2024-05"}, Language::English), "May 2024");
}

TEST(FilterLabel, LeavesWhatItDoesNotUnderstand) {
  EXPECT_EQ(label("date", "2024"), "2024");
  EXPECT_EQ(label("date", "2024-13"), "2024-13");
  EXPECT_EQ(label("date", "hier.."), "hier – ");
  EXPECT_EQ(label("date", ".."), "");
  EXPECT_EQ(label("source", "2024-05"), "2024-05");
}

TEST(FilterLabel, NamesLanguages) {
  EXPECT_EQ(label("language", "br"), "breton");
  EXPECT_EQ(label("language", "xx"), "xx");
}

}  // namespace
}  // namespace kiosque::speech
