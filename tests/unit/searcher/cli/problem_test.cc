#include "searcher/cli/problem.h"

#include <gtest/gtest.h>

#include <string>

namespace kiosque::cli {
namespace {

Error said(int problem, speech::Language language) {
  return error_of(Problem{problem}, {"eins", "zwei", "drei", "vier"}, language);
}

TEST(Problem, EachIsSaidInBothLanguages) {
  for (int i = 0; i < static_cast<int>(Problem::kCount); ++i) {
    const Error french = said(i, speech::Language::French);
    const Error english = said(i, speech::Language::English);

    EXPECT_FALSE(french.message.empty() || french.hint.empty()) << i;
    EXPECT_FALSE(english.message.empty() || english.hint.empty()) << i;
    EXPECT_NE(french.message, english.message);
    EXPECT_NE(french.hint, english.hint);
    EXPECT_EQ(french.code, english.code);
  }
}

TEST(Problem, BothLanguagesNameTheSameThings) {
  for (int i = 0; i < static_cast<int>(Problem::kCount); ++i) {
    const Error french = said(i, speech::Language::French);
    const Error english = said(i, speech::Language::English);

    for (const char* argument : {"eins", "zwei", "drei", "vier"}) {
      const auto holds = [&](const Error& error) {
        return (error.message + error.hint).find(argument) != std::string::npos;
      };
      EXPECT_EQ(holds(french), holds(english)) << argument << ": " << english.message;
    }
  }
}

TEST(Problem, FrenchPutsNoBreakingSpaceBeforePunctuation) {
  for (int i = 0; i < static_cast<int>(Problem::kCount); ++i) {
    const Error french = said(i, speech::Language::French);
    for (const std::string& text : {french.message, french.hint}) {
      for (const char* wrong : {" :", " ;", " !", " ?", "« ", " »", "l'", "d'", "n'"}) {
        EXPECT_EQ(text.find(wrong), text.npos) << text;
      }
    }
  }
}

}  // namespace
}  // namespace kiosque::cli
