#pragma once

#include <chrono>
#include <optional>
#include <span>

#include "common/date/words.h"

namespace kiosque::date {

/// A part that was looked for: absent, found, or there but impossible (the whole date is then
/// none).
template <class T>
struct Found {
  std::optional<T> value;
  bool impossible = false;
};

/// Reads the zone that stands at `at`, behind an hour: an abbreviation, an offset, "GMT+2", a place
/// of the IANA database or "heure de Paris". `local` tells summer from winter there.
[[nodiscard]] Found<std::chrono::minutes> zone_at(std::span<const Token> tokens, std::size_t at,
                                                  std::chrono::sys_seconds local);

}  // namespace kiosque::date
