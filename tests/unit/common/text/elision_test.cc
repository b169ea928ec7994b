#include "common/text/elision.h"

#include <gtest/gtest.h>

namespace kiosque::text {
namespace {

TEST(ReadApostrophe, DropsArticlesInAnyCase) {
  for (const auto* before : {"l", "L", "d", "qu", "QU", "jusqu", "Lorsqu", "puisqu", "quoiqu"}) {
    EXPECT_EQ(read_apostrophe(before, "armée"), ApostropheRole::Elision) << before;
  }
}

TEST(ReadApostrophe, ElidesPronounsOnlyBeforeVowels) {
  EXPECT_EQ(read_apostrophe("n", "est"), ApostropheRole::Elision);
  EXPECT_EQ(read_apostrophe("s", "habille"), ApostropheRole::Elision);
  EXPECT_EQ(read_apostrophe("N", "Djamena"), ApostropheRole::Inside);
  EXPECT_EQ(read_apostrophe("M", "Vila"), ApostropheRole::Inside);
}

TEST(ReadApostrophe, KeepsWordsWrittenWithOne) {
  EXPECT_EQ(read_apostrophe("aujourd", "hui"), ApostropheRole::Inside);
  EXPECT_EQ(read_apostrophe("Prud", "homme"), ApostropheRole::Inside);
  EXPECT_EQ(read_apostrophe("O", "Brien"), ApostropheRole::Inside);
  EXPECT_EQ(read_apostrophe("presqu", "île"), ApostropheRole::Inside);
}

TEST(ReadApostrophe, SplitsWordsGluedByAQuote) {
  EXPECT_EQ(read_apostrophe("ministre", "réforme"), ApostropheRole::Between);
}

}  // namespace
}  // namespace kiosque::text
