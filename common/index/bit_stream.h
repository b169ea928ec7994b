#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace kiosque::index {

/// Bits, low ones first.
class BitWriter {
 public:
  explicit BitWriter(std::string& bytes) : bytes_(bytes) {}

  /// REQUIRES: `count` <= 32, `value` < 2^count.
  void put(std::uint64_t value, unsigned count) {
    pending_ |= value << used_;
    used_ += count;
    if (used_ < 32) return;
    append(sizeof(std::uint32_t));
    pending_ >>= 32;
    used_ -= 32;
  }

  /// `value` ones, then a zero.
  void unary(std::uint64_t value) {
    for (; value >= 32; value -= 32) put(0xFFFFFFFF, 32);
    put((std::uint64_t{1} << value) - 1, static_cast<unsigned>(value) + 1);
  }

  void rice(std::uint64_t value, unsigned parameter) {
    unary(value >> parameter);
    put(value & ((std::uint64_t{1} << parameter) - 1), parameter);
  }

  /// Elias gamma, for numbers from 1: the length in unary, then the bits below the highest.
  void gamma(std::uint64_t value) {
    const unsigned low_bits = static_cast<unsigned>(std::bit_width(value)) - 1;
    unary(low_bits);
    put(value ^ (std::uint64_t{1} << low_bits), low_bits);
  }

  /// Bits written so far.
  [[nodiscard]] std::size_t size() const { return bytes_.size() * 8 + used_; }

  void finish() { append((used_ + 7) / 8); }

 private:
  /// The first `count` bytes of what is pending.
  void append(std::size_t count) {
    std::uint64_t bytes = pending_;
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    bytes_.append(reinterpret_cast<const char*>(&bytes), count);
  }

  std::string& bytes_;
  std::uint64_t pending_ = 0;
  unsigned used_ = 0;
};

/// Reads what BitWriter wrote; past the end it gives zeros and is no longer ok().
class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes), bits_(bytes.size() * 8) {}

  [[nodiscard]] bool ok() const { return at_ <= bits_; }

  void fail() { at_ = bits_ + 1; }

  void go_to(std::size_t bit) { at_ = bit; }

  void skip(std::uint64_t count) { at_ = std::min<std::uint64_t>(at_ + count, bits_ + 1); }

  std::uint64_t get(unsigned count) {
    const std::uint64_t value = window() & ((std::uint64_t{1} << count) - 1);
    at_ += count;
    return value;
  }

  std::uint64_t unary() {
    std::uint64_t value = 0;
    while (at_ < bits_) {
      const auto ones = static_cast<unsigned>(std::countr_one(window()));
      if (ones < kWindowBits) {
        at_ += ones + 1;
        return value + ones;
      }
      value += kWindowBits;
      at_ += kWindowBits;
    }
    ++at_;
    return value;
  }

  std::uint64_t rice(unsigned parameter) {
    // Nearly always one window holds all of it.
    const std::uint64_t next = window();
    const auto ones = static_cast<unsigned>(std::countr_one(next));
    if (ones + 1 + parameter <= kWindowBits) {
      at_ += ones + 1 + parameter;
      const std::uint64_t low = (next >> (ones + 1)) & ((std::uint64_t{1} << parameter) - 1);
      return (std::uint64_t{ones} << parameter) | low;
    }
    const std::uint64_t high = unary() << parameter;
    return high | get(parameter);
  }

  std::uint64_t gamma() {
    const std::uint64_t low_bits = unary();
    if (low_bits > 32) {
      fail();
      return 1;
    }
    return (std::uint64_t{1} << low_bits) | get(static_cast<unsigned>(low_bits));
  }

 private:
  static constexpr unsigned kWindowBits = 56;

  /// At least the next 56 bits.
  [[nodiscard]] std::uint64_t window() const {
    const std::size_t byte = at_ / 8;
    if (byte >= bytes_.size()) return 0;
    std::uint64_t value = 0;
    if (bytes_.size() - byte >= sizeof value) {
      std::memcpy(&value, bytes_.data() + byte, sizeof value);
      if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
    } else {
      for (std::size_t i = byte; i < bytes_.size(); ++i) {
        value |= std::uint64_t{static_cast<unsigned char>(bytes_[i])} << (8 * (i - byte));
      }
    }
    return value >> (at_ % 8);
  }

  std::string_view bytes_;
  std::size_t bits_;
  std::size_t at_ = 0;
};

}  // namespace kiosque::index
