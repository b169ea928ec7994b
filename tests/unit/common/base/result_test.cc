#include "common/base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace kiosque {
namespace {

Result<int> half(int n) {
  if (n % 2 != 0) return Error{.code = ErrorCode::Invalid, .message = "odd"};
  return n / 2;
}

Status check(int n) {
  if (n < 0) return Error{.code = ErrorCode::Limit, .message = "negative"};
  return Ok{};
}

Result<int> quarter(int n) {
  TRY(check(n));
  TRY(const int once, half(n));
  TRY(const int twice, half(once));
  return twice;
}

TEST(Try, GoesOnWithTheValue) {
  EXPECT_EQ(quarter(8), 2);
  EXPECT_EQ(quarter(0), 0);
}

TEST(Try, ReturnsTheErrorOfAValue) {
  const auto failed = quarter(6);

  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().message, "odd");
}

TEST(Try, ReturnsTheErrorOfAStatus) {
  const auto failed = quarter(-4);

  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::Limit);
}

TEST(Try, MovesWhatCannotBeCopied) {
  const auto make = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(3); };
  const auto use = [&]() -> Result<int> {
    TRY(const std::unique_ptr<int> made, make());
    return *made;
  };

  EXPECT_EQ(use(), 3);
}

TEST(ExitStatusOf, TellsALockAndABugFromOtherErrors) {
  EXPECT_EQ(exit_status(ErrorCode::Locked), kExitLocked);
  EXPECT_EQ(exit_status(ErrorCode::Bug), kExitBug);
  EXPECT_EQ(exit_status(ErrorCode::NotFound), kExitError);
}

}  // namespace
}  // namespace kiosque
