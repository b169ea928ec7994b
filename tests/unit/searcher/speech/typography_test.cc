#include "searcher/speech/typography.h"

#include <gtest/gtest.h>

namespace kiosque::speech {
namespace {

using std::chrono::minutes;

date::Timestamp at(int year, unsigned month, unsigned day, minutes time = {}) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  return {.utc = std::chrono::sys_days{date} + time};
}

TEST(FormatDay, WritesTheWeekdayAndTheMonthInWords) {
  EXPECT_EQ(format_day(at(2022, 5, 3), Language::French), "mardi 3 mai 2022");
  EXPECT_EQ(format_day(at(2022, 5, 3), Language::English), "Tuesday 3 May 2022");
}

TEST(FormatDay, FirstOfTheMonthIsAnOrdinalInFrench) {
  EXPECT_EQ(format_day(at(2024, 5, 1), Language::French), "mercredi 1er mai 2024");
  EXPECT_EQ(format_day(at(2024, 5, 1), Language::English), "Wednesday 1 May 2024");
}

TEST(FormatDay, IsThatOfTheWritersZone) {
  date::Timestamp late = at(2024, 5, 31, minutes{23 * 60});
  late.offset = minutes{120};

  EXPECT_EQ(format_day(late, Language::French), "samedi 1er juin 2024");
}

TEST(FormatHour, KeepsItsPartsTogether) {
  EXPECT_EQ(format_hour(at(2024, 5, 1, minutes{14 * 60 + 5}), Language::French),
            "14\u00a0h\u00a005");
  EXPECT_EQ(format_hour(at(2024, 5, 1, minutes{14 * 60}), Language::French), "14\u00a0h");
  EXPECT_EQ(format_hour(at(2024, 5, 1, minutes{14 * 60 + 5}), Language::English), "14:05");
}

TEST(FormatHour, IsEmptyForADayWithoutAnHour) {
  date::Timestamp day = at(2024, 5, 1);
  day.date_only = true;

  EXPECT_EQ(format_hour(day, Language::French), "");
}

TEST(FormatCount, GroupsThousands) {
  EXPECT_EQ(format_count(999, Language::French), "999");
  EXPECT_EQ(format_count(1000, Language::French), "1\u202f000");
  EXPECT_EQ(format_count(1234567, Language::English), "1,234,567");
}

}  // namespace
}  // namespace kiosque::speech
