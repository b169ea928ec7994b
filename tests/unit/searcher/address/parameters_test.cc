#include "searcher/address/parameters.h"

#include <gtest/gtest.h>

#include <string_view>

namespace kiosque::address {
namespace {

TEST(Parameters, LastOfARepeatedNameWins) {
  EXPECT_EQ(parse_parameters("q=a&q=b&&=x&y").at("q"), "b");
}

TEST(Parameters, DecodesPlusAndPercentOnce) {
  const Parameters parameters = parse_parameters("q=a+b%2Bc%252B%zz%4");

  EXPECT_EQ(parameters.at("q"), "a b+c%2B%zz%4");
}

TEST(CleanText, IsNormalisedUtf8) {
  EXPECT_EQ(clean_text("e\u0301te\u0301"), "été");
  EXPECT_EQ(clean_text("\xE9t\xE9 \x93oui\x94 \x80"), "été “oui” €");
}

TEST(CleanText, LeavesNoControlOrBidiCharacter) {
  using namespace std::string_view_literals;
  EXPECT_EQ(clean_text("a\0b\x1b[31m\r\nc\u202e\u2066d\u0085\u200f"sv), "ab[31m  cd");
  EXPECT_EQ(clean_text(" \t a \n"), "a");
}

}  // namespace
}  // namespace kiosque::address
