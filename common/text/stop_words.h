#pragma once

#include <string_view>

namespace kiosque::text {

/// True for words too common to tell articles apart: articles, pronouns, prepositions,
/// conjunctions, forms of être and avoir. Takes accents as written, because été (summer) and sûr
/// are none while ete, sur … typed in haste are as good as their homographs allow.
///
/// REQUIRES: `lower_case_word` in lower case.
[[nodiscard]] bool is_stop_word(std::string_view lower_case_word) noexcept;

}  // namespace kiosque::text
