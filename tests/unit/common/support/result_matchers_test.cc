#include "tests/support/result_matchers.h"

#include <gtest/gtest.h>

namespace kiosque::test {
namespace {

using ::testing::Eq;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ResultMatchers, TellValuesFromErrors) {
  const Result<int> value = 3;
  const Result<int> error = Error{ErrorCode::NotFound, "no 'a.html'"};

  EXPECT_THAT(value, IsOk());
  EXPECT_THAT(error, Not(IsOk()));
  EXPECT_THAT(value, Not(FailsWith(ErrorCode::NotFound)));
  EXPECT_THAT(error, FailsWith(ErrorCode::NotFound));
  EXPECT_THAT(error, Not(FailsWith(ErrorCode::Denied)));
}

TEST(ResultMatchers, LookIntoTheValueAndTheMessage) {
  const Result<int> value = 3;
  const Result<int> error = Error{ErrorCode::NotFound, "no 'a.html'"};

  EXPECT_THAT(value, IsOkAnd(Eq(3)));
  EXPECT_THAT(value, Not(IsOkAnd(Eq(4))));
  EXPECT_THAT(error, FailsWith(ErrorCode::NotFound, HasSubstr("a.html")));
  EXPECT_THAT(error, Not(FailsWith(ErrorCode::NotFound, HasSubstr("b.html"))));
}

}  // namespace
}  // namespace kiosque::test
