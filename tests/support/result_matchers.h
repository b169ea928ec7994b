#pragma once

#include <gmock/gmock.h>

#include <ostream>

#include "common/base/result.h"

namespace kiosque {

/// gtest prints codes by number; the message says more.
inline void PrintTo(const Error& error, std::ostream* out) {
  *out << "Error{" << static_cast<int>(error.code) << ", \"" << error.message << "\", hint \""
       << error.hint << "\"}";
}

template <class T>
void PrintTo(const Result<T>& result, std::ostream* out) {
  if (result) {
    *out << "a value: " << ::testing::PrintToString(*result);
  } else {
    PrintTo(result.error(), out);
  }
}

}  // namespace kiosque

namespace kiosque::test {

/// EXPECT_THAT(open(path), IsOk());
MATCHER(IsOk, negation ? "is an error" : "is a value") {
  if (!arg) *result_listener << arg.error().message;
  return arg.has_value();
}

/// EXPECT_THAT(count(words), IsOkAnd(Eq(3)));
MATCHER_P(IsOkAnd, value_matcher, "is a value that matches") {
  if (!arg) {
    *result_listener << arg.error().message;
    return false;
  }
  return ::testing::ExplainMatchResult(value_matcher, *arg, result_listener);
}

/// EXPECT_THAT(open(path), FailsWith(ErrorCode::NotFound));
MATCHER_P(FailsWith, code,
          "is an error of code " + ::testing::PrintToString(static_cast<int>(code))) {
  if (arg) {
    *result_listener << "is a value";
    return false;
  }
  *result_listener << arg.error().message;
  return arg.error().code == code;
}

/// EXPECT_THAT(open(path), FailsWith(ErrorCode::NotFound, HasSubstr("index.d")));
MATCHER_P2(FailsWith, code, message_matcher,
           "is an error of code " + ::testing::PrintToString(static_cast<int>(code)) +
               " whose message " + ::testing::DescribeMatcher<std::string>(message_matcher)) {
  if (arg) {
    *result_listener << "is a value";
    return false;
  }
  return arg.error().code == code &&
         ::testing::ExplainMatchResult(message_matcher, arg.error().message, result_listener);
}

}  // namespace kiosque::test
