#pragma once

#include <cstddef>
#include <string_view>

namespace kiosque::query {

/// A word without the punctuation around it: `(«L'Aude»,` -> `L'Aude`.
[[nodiscard]] std::string_view trimmed_word(std::string_view text);

/// A quotation without the spaces that French puts inside « ».
[[nodiscard]] std::string_view without_blanks(std::string_view text);

[[nodiscard]] std::size_t letters_of(std::string_view text);

/// `cette-semaine`, `mois-dernier`: with a hyphen, nobody writes that by accident.
[[nodiscard]] bool names_period(std::string_view text);

}  // namespace kiosque::query
