#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::text {

inline constexpr std::size_t kMostTransliterations = 64;

/// Other ways in which newspapers may spell a name that comes from another alphabet, by rules such
/// as sh = ch, ou = u, -sky = -ski (the table is in transliteration.cc):
///
///   zelensky    zelenski, zelenskyy, …       tchernobyl  chernobyl
///   poutine     putin                        chostakovitch  shostakovich, …
///
/// What only tells two spellings of one name together with something else (ou = u is in Boucher and
/// Bucher too) is never changed alone. Most of what is returned is no word at all: it is for the
/// caller to keep what some text holds as a name.
///
/// REQUIRES: `name` is folded. None for names of less than five letters.
[[nodiscard]] std::vector<std::string> transliterations(std::string_view name);

}  // namespace kiosque::text
