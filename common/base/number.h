#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace kiosque {

/// The number that the whole of `text` writes, in the notation of std::from_chars; nothing for an
/// empty text, for anything before or behind the number, and for one that T cannot hold.
///
///   parse_number<int>("12") == 12;  parse_number<int>("12 ") == std::nullopt
template <class T>
[[nodiscard]] std::optional<T> parse_number(std::string_view text) noexcept {
  T number{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

/// The same for digits of another base, 2 to 36: parse_number<int>("ff", 16) == 255.
template <class T>
[[nodiscard]] std::optional<T> parse_number(std::string_view text, int base) noexcept {
  T number{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, base);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

}  // namespace kiosque
