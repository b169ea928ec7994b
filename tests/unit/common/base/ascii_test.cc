#include "common/base/ascii.h"

#include <gtest/gtest.h>

namespace kiosque {
namespace {

using Parts = std::vector<std::string_view>;

TEST(Ascii, KnowsNoBytesOfOtherCharacters) {
  for (const char byte : {'\xE9', '\xC3', '\xA0', '\x85'}) {
    EXPECT_FALSE(is_space(byte));
    EXPECT_FALSE(is_digit(byte));
    EXPECT_FALSE(is_letter(byte));
    EXPECT_FALSE(is_ascii(byte));
    EXPECT_EQ(lower(byte), byte);
  }
  EXPECT_TRUE(is_ascii("abc\x7F"));
  EXPECT_FALSE(is_ascii("été"));
}

TEST(Ascii, KnowsItsOwn) {
  for (const char blank : {' ', '\t', '\n', '\v', '\f', '\r'}) EXPECT_TRUE(is_space(blank));
  EXPECT_FALSE(is_space('\0'));
  for (const char c : {'@', '[', '`', '{', '5'}) EXPECT_FALSE(is_letter(c)) << c;
  for (const char c : {'a', 'z', 'A', 'Z'}) EXPECT_TRUE(is_letter(c)) << c;
  EXPECT_FALSE(is_digit('/'));
  EXPECT_FALSE(is_digit(':'));
}

TEST(AllDigits, AsksForOne) {
  EXPECT_TRUE(all_digits("0123456789"));
  EXPECT_FALSE(all_digits(""));
  EXPECT_FALSE(all_digits("12a"));
}

TEST(Lower, LeavesOtherLettersAlone) { EXPECT_EQ(lower("ÉTÉ Azur[@Z"), "ÉtÉ azur[@z"); }

TEST(Trim, TakesBlanksOffBothEnds) {
  EXPECT_EQ(trim(" \t a b\r\n"), "a b");
  EXPECT_EQ(trim(" \f\v "), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Split, GivesEmptyPartsToo) {
  EXPECT_EQ(split("a,,b,", ','), (Parts{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (Parts{""}));
}

TEST(EqualsIgnoringCase, ComparesLettersOnlyAsLetters) {
  EXPECT_TRUE(equals_ignoring_case("Max-Age", "max-age"));
  EXPECT_FALSE(equals_ignoring_case("[", "{"));
  EXPECT_FALSE(equals_ignoring_case("max", "max-age"));
}

TEST(StartsWithIgnoringCase, NeedsTheWholePrefix) {
  EXPECT_TRUE(starts_with_ignoring_case("HTTPS://a.fr", "https:"));
  EXPECT_TRUE(starts_with_ignoring_case("a", ""));
  EXPECT_FALSE(starts_with_ignoring_case("htt", "http"));
}

TEST(HexValue, ReadsBothCases) {
  EXPECT_EQ(hex_value('0'), 0);
  EXPECT_EQ(hex_value('f'), 15);
  EXPECT_EQ(hex_value('A'), 10);
  EXPECT_EQ(hex_value('g'), -1);
  EXPECT_EQ(hex_value('\xE9'), -1);
}

}  // namespace
}  // namespace kiosque
