#include "searcher/speech/language.h"

#include <gtest/gtest.h>

namespace kiosque::speech {
namespace {

TEST(LanguageOfLocale, IsFrenchUnlessItNamesAnotherLanguage) {
  for (const char* locale : {"fr_CA.UTF-8", "fr", "fr@euro", "", "C", "C.UTF-8", "POSIX"}) {
    EXPECT_EQ(language_of_locale(locale), Language::French) << locale;
  }
  for (const char* locale : {"en_GB.UTF-8", "en", "de_DE.UTF-8", "ca_ES"}) {
    EXPECT_EQ(language_of_locale(locale), Language::English) << locale;
  }
}

TEST(LanguageName, FallsBackOnTheCode) {
  EXPECT_EQ(language_name("fr", Language::French), "français");
  EXPECT_EQ(language_name("tlh", Language::French), "tlh");
}

}  // namespace
}  // namespace kiosque::speech
