#pragma once

#include <string>
#include <string_view>

namespace kiosque::text {

/// `word` in lower case and composed (NFKC), accents kept: what the lexicon reads. Soft hyphens,
/// joiners and other invisible characters are dropped.
///
///   ÉLYSÉE -> élysée      e + U+0301 -> é      ﬁ -> fi
///
/// REQUIRES: valid UTF-8.
[[nodiscard]] std::string lower_case(std::string_view word);

/// A lower-case word without accents, ligatures spelled out: élysée -> elysee, œuvre -> oeuvre,
/// straße -> strasse, łódź -> lodz. ASCII stays as it is. Letters of other scripts lose their
/// marks.
///
/// REQUIRES: valid UTF-8, as `lower_case` returns it.
[[nodiscard]] std::string fold(std::string_view lower_case_word);

}  // namespace kiosque::text
