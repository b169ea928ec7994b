#include "searcher/speech/messages.h"

#include <gtest/gtest.h>

namespace kiosque::speech {
namespace {

TEST(Messages, FrenchCountsZeroAndOneInTheSingular) {
  EXPECT_EQ(plural(Message::Results, Language::French, 0), "0 résultat");
  EXPECT_EQ(plural(Message::Results, Language::French, 1), "1 résultat");
  EXPECT_EQ(plural(Message::Results, Language::French, 2), "2 résultats");
}

TEST(Messages, EnglishCountsOnlyOneInTheSingular) {
  EXPECT_EQ(plural(Message::Results, Language::English, 0), "0 results");
  EXPECT_EQ(plural(Message::Results, Language::English, 1), "1 result");
}

TEST(Messages, CountsAreWrittenAsTheLanguageDoes) {
  EXPECT_EQ(plural(Message::Results, Language::French, 12345), "12\u202f345 résultats");
  EXPECT_EQ(plural(Message::Results, Language::English, 12345), "12,345 results");
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

TEST(LanguageOfLocale, IsFrenchUnlessItNamesAnotherLanguage) {
  for (const char* locale : {"fr_CA.UTF-8", "fr", "fr@euro", "", "C", "C.UTF-8", "POSIX"}) {
    EXPECT_EQ(language_of_locale(locale), Language::French) << locale;
  }
  for (const char* locale : {"en_GB.UTF-8", "en", "de_DE.UTF-8", "ca_ES"}) {
    EXPECT_EQ(language_of_locale(locale), Language::English) << locale;
  }
}

}  // namespace
}  // namespace kiosque::speech
