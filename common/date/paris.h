#pragma once

#include <chrono>

namespace kiosque::date {

/// What the clock on a wall in Paris shows, as if it were UTC (Central European Time; summer time
/// by directive 2000/84/EC, from the last Sunday of March to that of October, 01:00 UTC).
[[nodiscard]] std::chrono::sys_seconds paris_time(std::chrono::sys_seconds utc);

/// The moment at which a day begins in Paris.
[[nodiscard]] std::chrono::sys_seconds start_of_day(std::chrono::year_month_day day);

}  // namespace kiosque::date
