#pragma once

#include <chrono>

namespace kiosque::test {

/// When most tests take place: Monday, 3 June 2024, 10:00 UTC.
inline constexpr std::chrono::sys_seconds kNow{std::chrono::seconds(1'717'408'800)};

}  // namespace kiosque::test
