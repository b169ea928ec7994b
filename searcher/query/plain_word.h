#pragma once

#include <cstddef>
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

/// A word without the punctuation around it: `(«L'Aude»,` -> `L'Aude`.
[[nodiscard]] std::string_view trimmed_word(std::string_view text);

/// A quotation without the spaces that French puts inside « ».
[[nodiscard]] std::string_view without_blanks(std::string_view text);

[[nodiscard]] std::size_t letters_of(std::string_view text);

/// `cette-semaine`, `mois-dernier`: with a hyphen, nobody writes that by accident.
[[nodiscard]] bool names_period(std::string_view text);

}  // namespace kiosque::query
