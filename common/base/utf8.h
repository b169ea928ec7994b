#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiosque {

/// True if `text` is well-formed UTF-8 (RFC 3629).
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// `text` with each ill-formed sequence replaced by U+FFFD (Unicode 15, 3.9, best practice).
[[nodiscard]] std::string to_valid_utf8(std::string_view text);

/// Reads the character at `text[pos]` and moves `pos` behind it.
///
/// REQUIRES: `text` is valid UTF-8 and `pos` is at the start of a character.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& pos) noexcept;

/// Appends `character` in UTF-8. REQUIRES: a Unicode scalar value.
void append_utf8(std::string& text, char32_t character);

/// Number of characters (code points) of valid UTF-8.
[[nodiscard]] std::size_t character_count(std::string_view text) noexcept;

}  // namespace kiosque
