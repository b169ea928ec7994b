#include "common/date/date.h"

#include <gtest/gtest.h>

namespace kiosque::date {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr sys_seconds kJune{seconds{1'717'401'900}};  // 2024-06-03 08:05:00 UTC

TEST(FormatIso8601, WritesTheZoneOfTheWriter) {
  EXPECT_EQ(format_iso8601({kJune, minutes{120}}), "2024-06-03T10:05:00+02:00");
  EXPECT_EQ(format_iso8601({kJune, minutes{-210}}), "2024-06-03T04:35:00-03:30");
  EXPECT_EQ(format_iso8601({kJune}), "2024-06-03T08:05:00Z");
}

TEST(FormatIso8601, WritesADayWithoutAnHour) {
  const auto midnight = std::chrono::floor<std::chrono::days>(kJune);

  EXPECT_EQ(format_iso8601({midnight, std::nullopt, true}), "2024-06-03");
}

TEST(FormatRfc822, IsGmt) { EXPECT_EQ(format_rfc822(kJune), "Mon, 03 Jun 2024 08:05:00 GMT"); }

}  // namespace
}  // namespace kiosque::date
