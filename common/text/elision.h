#pragma once

#include <string_view>

namespace kiosque::text {

/// What an apostrophe between two letters means.
enum class ApostropheRole {
  Elision,  ///< `before` is an elided article, pronoun or conjunction: drop it (l'armée, qu'il)
  Inside,   ///< part of one word (aujourd'hui, prud'homme, O'Brien, N'Djamena, McDonald's)
  Between,  ///< two words, as when a quote mark is glued to them
};

/// Reads the apostrophe between `before` (the word so far) and `after` (the text behind the mark).
///
/// l', d', qu' and their like are elided before any letter; j' n' s' c' m' t' only before a vowel,
/// h or y, because names such as N'Djamena, M'Vila or T'Pol begin that way. Any case.
///
/// REQUIRES: `before` is valid UTF-8, `after` starts with a letter or digit.
[[nodiscard]] ApostropheRole read_apostrophe(std::string_view before, std::string_view after);

}  // namespace kiosque::text
