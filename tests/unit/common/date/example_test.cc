#include <gtest/gtest.h>

#include "common/date/date.h"

namespace kiosque::date {
namespace {

TEST(DateExample, ReadsADateAndWritesIt) {
  const auto time = parse_timestamp("lundi 3 juin 2024 à 10h05 (heure de Paris)");
  EXPECT_EQ(format_iso8601(*time), "2024-06-03T10:05:00+02:00");
  EXPECT_EQ(format_rfc822(time->utc), "Mon, 03 Jun 2024 08:05:00 GMT");
}

}  // namespace
}  // namespace kiosque::date
