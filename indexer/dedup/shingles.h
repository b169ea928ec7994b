#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kiosque {

/// Words that follow each other in a shingle.
inline constexpr std::size_t kShingleWords = 3;

/// Appends a hash of every word of `text` to `words`. Words are runs of letters and digits
/// (anything beyond ASCII counts as a letter, but for typographic marks and spaces); ASCII case is
/// folded.
void append_words(std::string_view text, std::vector<std::uint64_t>& words);

}  // namespace kiosque
