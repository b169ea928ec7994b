#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/word_forms.h"

namespace kiosque::meaning {

/// How many slips of the fingers make `typed` of `meant`, weighted: a letter left out, put in or
/// replaced, two neighbours swapped (optimal string alignment). Counts 1 a slip, less for those
/// that are commonest: a doubled letter, neighbours swapped, keys side by side on a French
/// keyboard. Returns a number above `limit` as soon as the distance is known to be above it.
///
/// Compares bytes: meant for folded words. REQUIRES: at most 64 bytes each.
[[nodiscard]] double edit_distance(std::string_view typed, std::string_view meant, double limit);

/// True if two letters are side by side on an AZERTY keyboard.
[[nodiscard]] bool are_neighbour_keys(char a, char b) noexcept;

/// A word of the index that may have been meant.
struct SpellingCandidate {
  std::string exact;      ///< folded
  double distance = 0;    ///< see edit_distance
  double frequency = 0;   ///< articles that have it, in this form or another
  double likelihood = 0;  ///< logarithm: common words with few slips have more
};

/// Forms of the index near a folded word, likeliest first, at most `limit`.
///
/// Nothing is kept for this in the index: the words that begin as people's slips make words begin
/// (the same letter, the next one, keys beside it) are compared one by one, a few milliseconds for
/// each hundred thousand. Throws what Xapian throws.
[[nodiscard]] std::vector<SpellingCandidate> similar_words(const index::WordForms& forms,
                                                           std::string_view folded_word,
                                                           std::size_t limit);

}  // namespace kiosque::meaning
