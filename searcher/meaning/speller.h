#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/word_forms.h"

namespace kiosque::meaning {

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
