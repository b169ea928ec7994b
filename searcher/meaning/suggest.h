#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/index/word_forms.h"
#include "common/text/text.h"
#include "searcher/meaning/analysed.h"
#include "searcher/query/note.h"

namespace kiosque::meaning {

/// What was found about the spelling of a query.
struct SpellingAdvice {
  std::vector<query::Note> notes;  ///< Corrected for what was replaced, Suggested for what was not
  std::string suggestion;  ///< the whole query with what was suggested; empty without suggestion
};

enum class Spelling {
  Correct,  ///< replace words that no article holds
  Suggest,  ///< leave the query as it is
};

/// Looks for misspelt words among those of `query` that stand alone: no phrase, exact form, field
/// or excluded word. A word that no article holds in any form is replaced by the likeliest
/// neighbour: few slips, common, and found together with the other words. A word that exists is
/// never replaced; where it is very rare and has a common neighbour, that is suggested.
///
/// Throws what Xapian throws.
[[nodiscard]] SpellingAdvice check_spelling(Analysed& query, const Xapian::Database& database,
                                            const index::WordForms& forms, text::Analyzer& analyzer,
                                            Spelling mode);

}  // namespace kiosque::meaning
