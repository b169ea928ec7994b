#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

#include "common/date/date.h"
#include "common/date/tokens.h"

namespace kiosque::date {

/// A day of the years 1900 to 2199; nothing for an impossible one.
[[nodiscard]] std::optional<std::chrono::sys_days> make_date(std::int64_t year, std::int64_t month,
                                                             std::int64_t day);

/// The year that 2, 3 or 4 digits mean: 94 -> 1994, 04 -> 2004 (POSIX: 69 to 99 are 19xx),
/// 104 -> 2004 (RFC 2822, 4.3).
[[nodiscard]] std::int64_t full_year(const Token& number);

/// A whole text in one of the compact forms: "20260705", "20260705101500", "031231", "2003",
/// "2003-12", "2003-335" (day of the year), "-03-12" (ISO 8601:1988), Unix seconds or milliseconds.
[[nodiscard]] std::optional<Timestamp> parse_compact(std::span<const Token> tokens);

}  // namespace kiosque::date
