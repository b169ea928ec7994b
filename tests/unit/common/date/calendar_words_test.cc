#include "common/date/calendar_words.h"

#include <gtest/gtest.h>

#include <array>

namespace kiosque::date {
namespace {

constexpr std::array kEverywhere = {Where::Stamp, Where::Prose, Where::Query};

TEST(MonthNumber, FrenchAndEnglishNamesAreReadEverywhere) {
  for (const Where where : kEverywhere) {
    EXPECT_EQ(month_number("janvier", where), 1u);
    EXPECT_EQ(month_number("aout", where), 8u);
    EXPECT_EQ(month_number("december", where), 12u);
    EXPECT_EQ(month_number("brumaire", where), 0u);
    EXPECT_EQ(month_number("", where), 0u);
  }
}

TEST(MonthNumber, EachReaderHasItsLanguages) {
  EXPECT_EQ(month_number("ιουνιος", Where::Stamp), 6u);
  EXPECT_EQ(month_number("ιουνιος", Where::Prose), 0u);
  EXPECT_EQ(month_number("czerwca", Where::Prose), 6u);
  EXPECT_EQ(month_number("czerwca", Where::Stamp), 0u);
  EXPECT_EQ(month_number("червня", Where::Prose), 6u);
  EXPECT_EQ(month_number("junio", Where::Prose), 6u);
  EXPECT_EQ(month_number("junio", Where::Query), 0u);
}

TEST(MonthNumber, ProseKeepsItsAccentsAndQueriesHaveNone) {
  EXPECT_EQ(month_number("févr", Where::Prose), 2u);
  EXPECT_EQ(month_number("fevr", Where::Prose), 0u);
  EXPECT_EQ(month_number("fevr", Where::Query), 2u);
  EXPECT_EQ(month_number("févr", Where::Query), 0u);
}

TEST(MonthOfBeginning, ThreeLettersAreEnoughIfTheyAreOfOneMonth) {
  EXPECT_EQ(month_of_beginning("fev"), 2u);
  EXPECT_EQ(month_of_beginning("juil"), 7u);
  EXPECT_EQ(month_of_beginning("sept"), 9u);
  EXPECT_EQ(month_of_beginning("set"), 9u);
  EXPECT_EQ(month_of_beginning("mrt"), 3u);
  EXPECT_EQ(month_of_beginning("авг"), 8u);
  EXPECT_EQ(month_of_beginning("jui"), 0u) << "juin or juillet";
  EXPECT_EQ(month_of_beginning("ja"), 0u);
  EXPECT_EQ(month_of_beginning("jän"), 0u) << "stamps are folded";
  EXPECT_EQ(month_of_beginning("januaryx"), 0u);
}

TEST(WeekdayNumber, CountsFromMonday) {
  EXPECT_EQ(weekday_number("lundi", Where::Query), 1u);
  EXPECT_EQ(weekday_number("sunday", Where::Query), 7u);
  EXPECT_EQ(weekday_number("miércoles", Where::Prose), 3u);
  EXPECT_EQ(weekday_number("miércoles", Where::Query), 0u);
  EXPECT_EQ(weekday_number("so", Where::Prose), 7u);
  EXPECT_EQ(weekday_number("so", Where::Query), 0u);
  EXPECT_EQ(weekday_number("lundi", Where::Stamp), 0u);
}

TEST(ZoneOffset, IsEastPositive) {
  EXPECT_EQ(zone_offset("cest"), std::chrono::minutes(120));
  EXPECT_EQ(zone_offset("edt"), std::chrono::minutes(-240));
  EXPECT_EQ(zone_offset("z"), std::nullopt);
}

}  // namespace
}  // namespace kiosque::date
