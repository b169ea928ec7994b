#pragma once

#include <string>
#include <vector>

#include "common/index/word_forms.h"
#include "common/text/text.h"

namespace kiosque::meaning {

/// Other spellings of the name `token` that articles of the index hold, by the rules of
/// common/text/transliteration.h: Zelenski for Zelensky. As articles write them, the most frequent
/// first, at most three. A word is a name if the first articles that hold it write it with a
/// capital only; one that is none has no other spellings and is none. Throws what Xapian throws.
[[nodiscard]] std::vector<std::string> other_spellings(const text::Token& token,
                                                       const index::WordForms& forms,
                                                       text::Analyzer& analyzer);

}  // namespace kiosque::meaning
