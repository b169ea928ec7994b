#pragma once

#include <string>
#include <string_view>

namespace kiosque::query {

/// A keyword as a table holds it: lower case, without the accents of French, every apostrophe as ',
/// every dash as -, and every blank as a space. Other characters stay.
///
///   `Après` -> `apres`      `jusqu’à` -> `jusqu'a`      `Août` -> `aout`
[[nodiscard]] std::string plain_word(std::string_view text);

/// True for blanks of any width, with NO-BREAK SPACE, and for control characters.
[[nodiscard]] bool is_blank(char32_t character) noexcept;

/// True for letters and digits of any script.
[[nodiscard]] bool is_word_character(char32_t character) noexcept;

/// True for lower-case letters.
[[nodiscard]] bool is_small_letter(char32_t character) noexcept;

}  // namespace kiosque::query
