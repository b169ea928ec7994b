#pragma once

#include <chrono>
#include <cstddef>
#include <span>

#include "common/date/tokens.h"

namespace kiosque::date {

/// Reads the zone that stands at `at`, behind an hour: an abbreviation, an offset, "GMT+2", a place
/// of the IANA database or "heure de Paris". `local` tells summer from winter there.
[[nodiscard]] Part<std::chrono::minutes> zone_at(std::span<const Token> tokens, std::size_t at,
                                                 std::chrono::sys_seconds local);

}  // namespace kiosque::date
