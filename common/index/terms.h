#pragma once

#include <string>

#include "common/text/analyzer.h"

namespace kiosque {

/// The term that every inflected form of `token` has in the index; it has positions.
[[nodiscard]] std::string stem_term(const Token& token);

/// The term that only this form has, accents and case aside; it has no positions. Stop words and
/// numbers have no form but one: for them it is the stem term.
[[nodiscard]] std::string exact_term(const Token& token);

/// True if `token` has an exact term of its own.
[[nodiscard]] bool has_exact_term(const Token& token) noexcept;

}  // namespace kiosque
