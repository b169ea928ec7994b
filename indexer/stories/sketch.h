#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kiosque::stories {

/// 128 bits that differ in few places where two texts differ in few places: SimHash (M. Charikar,
/// "Similarity Estimation Techniques from Rounding Algorithms", STOC 2002) over the shingles of
/// three words.
struct Sketch {
  std::array<std::uint64_t, 2> bits{};

  bool operator==(const Sketch&) const = default;
};

/// In how many of the 128 bits two sketches differ.
[[nodiscard]] int distance(const Sketch& a, const Sketch& b) noexcept;

/// The sketch of a text, given a hash of each of its words, in order; nothing for one too short to
/// be told from another by it.
[[nodiscard]] std::optional<Sketch> sketch_of(std::span<const std::uint64_t> words);

/// 16 bytes, and back; nothing for any other length.
[[nodiscard]] std::string encode_sketch(const Sketch& sketch);
[[nodiscard]] std::optional<Sketch> decode_sketch(std::string_view bytes);

}  // namespace kiosque::stories
