#include "searcher/speech/speech.h"

#include <gtest/gtest.h>

namespace kiosque::speech {
namespace {

TEST(Messages, FrenchCountsZeroAndOneInTheSingular) {
  EXPECT_EQ(plural(Message::Articles, Language::French, 0), "0 article");
  EXPECT_EQ(plural(Message::Articles, Language::French, 1), "1 article");
  EXPECT_EQ(plural(Message::Articles, Language::French, 2), "2 articles");
}

TEST(Messages, EnglishCountsOnlyOneInTheSingular) {
  EXPECT_EQ(plural(Message::Articles, Language::English, 0), "0 articles");
  EXPECT_EQ(plural(Message::Articles, Language::English, 1), "1 article");
}

TEST(Messages, CountsAreWrittenAsTheLanguageDoes) {
  EXPECT_EQ(plural(Message::Articles, Language::French, 12345), "12\u202f345 articles");
  EXPECT_EQ(plural(Message::Articles, Language::English, 12345), "12,345 articles");
}

TEST(Messages, FillsEveryPlace) {
  EXPECT_EQ(format(Message::NoteCorrected, Language::English, {"armse", "armes"}),
            "No article holds “armse”: “armes” was searched.");
  EXPECT_EQ(plural(Message::TimelineBar, Language::French, 3, {"mai 2024"}),
            "mai 2024\u00a0: 3 articles");
}

TEST(Messages, LeavesBracesOfAnArgumentAlone) {
  EXPECT_EQ(format(Message::SearchAsTyped, Language::English, {"{0} {9}"}),
            "Search for “{0} {9}” instead");
}

TEST(Messages, NoneIsEmptyInEitherLanguage) {
  for (int i = 0; i < static_cast<int>(Message::kCount); ++i) {
    EXPECT_FALSE(text(Message{i}, Language::French).empty()) << i;
    EXPECT_FALSE(text(Message{i}, Language::English).empty()) << i;
  }
}

TEST(Messages, FrenchPutsNoBreakingSpaceBeforePunctuation) {
  for (int i = 0; i < static_cast<int>(Message::kCount); ++i) {
    const std::string_view french = text(Message{i}, Language::French);
    for (const char* wrong : {" :", " ;", " !", " ?", "« ", " »", "'"}) {
      EXPECT_EQ(french.find(wrong), std::string_view::npos) << french;
    }
  }
}

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
