#pragma once

#include <string_view>
#include <vector>

#include "common/text/text.h"
#include "searcher/meaning/vocabulary.h"

namespace kiosque::meaning {

/// The tokens of a query's words. Where accents are left out or wrong the analyser may give another
/// stem than articles have (`frontiere`, for `frontière`): such a token gets the stem under which
/// the index holds its form.
[[nodiscard]] std::vector<text::Token> query_tokens(std::string_view text, text::Analyzer& analyzer,
                                                    const Vocabulary& vocabulary);

}  // namespace kiosque::meaning
