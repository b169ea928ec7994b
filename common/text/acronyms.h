#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/text.h"

namespace kiosque::text {

/// A full name that a text gives beside its acronym.
struct AcronymMeaning {
  std::string acronym;  ///< folded: "onu"
  std::string name;     ///< as written, without its article: "Organisation des Nations unies"
  bool operator==(const AcronymMeaning&) const = default;
};

/// The acronyms that `text` explains, in order; `tokens` are those of the text.
///
///   l'Organisation des Nations unies (ONU)       onu: Organisation des Nations unies
///   la Régie autonome des transports parisiens (RATP, ...)
///   l'OMS (Organisation mondiale de la santé)
///
/// The initials of the words must make the acronym, all of them in order; only small words (de, la,
/// et) and later parts of a hyphenated word may be passed over. No name goes across punctuation.
[[nodiscard]] std::vector<AcronymMeaning> find_acronyms(std::string_view text,
                                                        std::span<const Token> tokens);

/// The acronyms that a name of these words may have, by the same rule: the initials of all words
/// but the small ones, then those of all words. None for a name that begins or ends with a small
/// word, or that is too short or too long for one.
[[nodiscard]] std::vector<std::string> possible_acronyms(std::span<const Token> name);

/// True for a word that an acronym may pass over: de, la, et.
[[nodiscard]] bool is_small_word(std::string_view exact) noexcept;

}  // namespace kiosque::text
