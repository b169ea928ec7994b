#pragma once

#include <string>

#include "common/text/analyzer.h"

namespace kiosque {

/// The term that every inflected form of `token` has in the index; where it stands is
/// known (common/index/positional_index.h).
[[nodiscard]] std::string stem_term(const Token& token);

/// The term that only this form has, accents and case aside. Stop words and numbers have no
/// form but one: for them it is the stem term.
[[nodiscard]] std::string exact_term(const Token& token);

/// True if `token` has an exact term of its own.
[[nodiscard]] bool has_exact_term(const Token& token) noexcept;

}  // namespace kiosque
