#include "common/text/transliteration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::text {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

TEST(Transliterations, JoinTheSpellingsOfOneName) {
  const std::pair<const char*, const char*> pairs[] = {
      {"zelensky", "zelenskyy"}, {"zelensky", "zelenski"},
      {"poutine", "putin"},      {"tchernobyl", "chernobyl"},
      {"kadhafi", "khadafi"},    {"kadhafi", "gaddafi"},
      {"medvedev", "medvedeff"}, {"chostakovitch", "shostakovich"},
      {"pouchkine", "pushkin"},  {"khrouchtchev", "khrushchev"},
      {"tarik", "tariq"},        {"djamila", "jamila"},
      {"serguei", "sergey"},     {"maksim", "maxim"},
      {"riyad", "riyadh"},
  };
  for (const auto& [one, other] : pairs) {
    EXPECT_THAT(transliterations(one), Contains(other)) << one;
    EXPECT_THAT(transliterations(other), Contains(one)) << other;
  }
}

TEST(Transliterations, LeaveNamesThatAreTwoApart) {
  EXPECT_THAT(transliterations("boucher"), Not(Contains("bucher")));
  EXPECT_THAT(transliterations("sharon"), Not(Contains("charon")));
  EXPECT_THAT(transliterations("martine"), Not(Contains("martin")));
  EXPECT_THAT(transliterations("kouchner"), Not(Contains("kushner")));
  EXPECT_THAT(transliterations("henry"), IsEmpty());
}

TEST(Transliterations, HaveFiveLettersOrAreNotChanged) {
  EXPECT_THAT(transliterations("iouri"), Contains("yuri"));
  EXPECT_THAT(transliterations("yuri"), IsEmpty());
}

TEST(Transliterations, AreNotOneOfThemselves) {
  EXPECT_THAT(transliterations("djamila"), Not(Contains("djamila")));
}

TEST(Transliterations, AreBoundedAndOfFoldedNamesOnly) {
  EXPECT_LE(transliterations("khchoukhchoukhchoukhchoukhch").size(), kMostTransliterations);
  for (const auto* name : {"", "ski", "Poutine", "zélensky", "covid19ski",
                           "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopsky"}) {
    EXPECT_THAT(transliterations(name), IsEmpty()) << name;
  }
}

}  // namespace
}  // namespace kiosque::text
