#pragma once

#include <string_view>

namespace kiosque::meaning {

/// How many slips of the fingers make `typed` of `meant`, weighted: a letter left out, put in or
/// replaced, two neighbours swapped (optimal string alignment). Counts 1 a slip, less for those
/// that are commonest: a doubled letter, neighbours swapped, keys side by side on a French
/// keyboard. Returns a number above `limit` as soon as the distance is known to be above it.
///
/// Compares bytes: meant for folded words. REQUIRES: at most 64 bytes each.
[[nodiscard]] double edit_distance(std::string_view typed, std::string_view meant, double limit);

/// True if two letters are side by side on an AZERTY keyboard.
[[nodiscard]] bool are_neighbour_keys(char a, char b) noexcept;

}  // namespace kiosque::meaning
