#pragma once

#include "common/date/date.h"

namespace kiosque::test {

/// A clock that stands until it is moved.
class FakeClock final : public date::Clock {
 public:
  explicit FakeClock(std::chrono::sys_seconds now) : now_(now) {}
  [[nodiscard]] std::chrono::sys_seconds now() const override { return now_; }
  void advance(std::chrono::seconds by) { now_ += by; }

 private:
  std::chrono::sys_seconds now_;
};

}  // namespace kiosque::test
