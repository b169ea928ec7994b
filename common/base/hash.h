#pragma once

#include <cstdint>
#include <string_view>

namespace kiosque {

/// XXH3 (64 bits, seed 0) of `bytes`: the same on every machine, so an index may hold it. Not
/// cryptographic: whoever wants two texts of one hash finds them.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes) noexcept;

}  // namespace kiosque
