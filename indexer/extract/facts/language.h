#pragma once

#include <string>
#include <string_view>

namespace kiosque::extract::facts {

/// The language of a text (ISO 639-1), told by its letters; `declared` (an html lang) helps where
/// it is short, and stands alone where it is too short to tell.
[[nodiscard]] std::string find_language(std::string_view text, std::string_view declared);

}  // namespace kiosque::extract::facts
