#include "indexer/stories/sketch.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>
#include <cstddef>
#include <cstring>

namespace kiosque::stories {
namespace {

constexpr std::size_t kShingleWords = 3;

/// Texts of fewer words have no sketch.
constexpr std::size_t kTooFewWords = 12;

/// 64 counters, one a bit, kept as the binary digits of all: adding is a ripple of carries over
/// whole words, whose length is two on average, where 64 additions would do the same.
class BitCounters {
 public:
  void add(std::uint64_t bits) {
    for (std::size_t digit = 0; bits != 0 && digit < digits_.size(); ++digit) {
      const std::uint64_t carry = digits_[digit] & bits;
      digits_[digit] ^= bits;
      bits = carry;
    }
  }

  /// The bits counted more than `threshold` times.
  [[nodiscard]] std::uint64_t above(std::uint32_t threshold) const {
    std::uint64_t greater = 0;
    std::uint64_t equal = ~std::uint64_t{0};
    for (std::size_t digit = digits_.size(); digit-- > 0;) {
      if ((threshold >> digit & 1) != 0) {
        equal &= digits_[digit];
      } else {
        greater |= equal & digits_[digit];
        equal &= ~digits_[digit];
      }
    }
    return greater;
  }

 private:
  std::array<std::uint64_t, 24> digits_{};  // 16 million shingles
};

}  // namespace

int distance(const Sketch& a, const Sketch& b) noexcept {
  return std::popcount(a.bits[0] ^ b.bits[0]) + std::popcount(a.bits[1] ^ b.bits[1]);
}

std::optional<Sketch> sketch_of(std::span<const std::uint64_t> words) {
  if (words.size() < kTooFewWords) return std::nullopt;
  std::array<BitCounters, 2> counters;
  const std::size_t shingles = words.size() - kShingleWords + 1;
  for (std::size_t i = 0; i < shingles; ++i) {
    const XXH128_hash_t hash = XXH3_128bits(&words[i], kShingleWords * sizeof words[i]);
    counters[0].add(hash.low64);
    counters[1].add(hash.high64);
  }
  const auto half = static_cast<std::uint32_t>(shingles / 2);
  return Sketch{{counters[0].above(half), counters[1].above(half)}};
}

std::string encode_sketch(const Sketch& sketch) {
  std::string bytes(sizeof sketch.bits, '\0');
  std::memcpy(bytes.data(), sketch.bits.data(), bytes.size());
  return bytes;
}

std::optional<Sketch> decode_sketch(std::string_view bytes) {
  Sketch sketch;
  if (bytes.size() != sizeof sketch.bits) return std::nullopt;
  std::memcpy(sketch.bits.data(), bytes.data(), bytes.size());
  return sketch;
}

}  // namespace kiosque::stories
