#pragma once

#include <chrono>
#include <string_view>

namespace kiosque::cgi {

/// Ends the process when a request takes longer than `limit`: writes `late_answer`, whole, to
/// `descriptor` and exits. A search cannot be stopped from outside, but the process that runs it
/// can. At most one at a time, as there is one alarm clock in a process.
class TimeLimit {
 public:
  /// `late_answer` must live as long as the limit.
  TimeLimit(std::chrono::seconds limit, int descriptor, std::string_view late_answer);
  ~TimeLimit();
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;
};

/// Runs `serve` in `count` processes of its own and starts another for each that ends: a request
/// that crashed or was cut off takes only its own process with it. Returns the exit status when
/// SIGTERM or SIGINT asks the parent to stop; the children are stopped with it.
int run_workers(int count, int (*serve)());

}  // namespace kiosque::cgi
