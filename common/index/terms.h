#pragma once

#include <string>

#include "common/index/positional_index.h"
#include "common/text/analyzer.h"

namespace kiosque::index {

/// The term that every inflected form of `token` has in the index; where it stands is
/// known (common/index/positional_index.h).
[[nodiscard]] std::string stem_term(const text::Token& token);

/// Tells this form of the word, accents and case aside, from others of its stem term.
[[nodiscard]] FormCode form_code(const text::Token& token) noexcept;

/// False for stop words and numbers, which have one form only.
[[nodiscard]] bool has_forms(const text::Token& token) noexcept;

}  // namespace kiosque::index
