#include "common/base/number.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace kiosque {
namespace {

TEST(ParseNumber, ReadsTheWholeText) {
  EXPECT_EQ(parse_number<int>("12"), 12);
  EXPECT_EQ(parse_number<int>("-7"), -7);
  EXPECT_EQ(parse_number<int>("007"), 7);
  EXPECT_EQ(parse_number<double>("2.5"), 2.5);
}

TEST(ParseNumber, RefusesAnythingAroundIt) {
  for (const char* text : {"", " 12", "12 ", "+12", "12a", "a", "1.5"}) {
    EXPECT_EQ(parse_number<int>(text), std::nullopt) << text;
  }
}

TEST(ParseNumber, RefusesWhatTheTypeCannotHold) {
  EXPECT_EQ(parse_number<std::uint8_t>("255"), 255);
  EXPECT_EQ(parse_number<std::uint8_t>("256"), std::nullopt);
  EXPECT_EQ(parse_number<unsigned>("-1"), std::nullopt);
}

TEST(ParseNumber, ReadsOtherBases) {
  EXPECT_EQ(parse_number<int>("ff", 16), 255);
  EXPECT_EQ(parse_number<int>("FF", 16), 255);
  EXPECT_EQ(parse_number<int>("0x1", 16), std::nullopt);
  EXPECT_EQ(parse_number<int>("12", 2), std::nullopt);
}

}  // namespace
}  // namespace kiosque
