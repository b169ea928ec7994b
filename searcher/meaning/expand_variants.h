#pragma once

#include <xapian.h>

#include <vector>

#include "common/index/word_forms.h"
#include "common/text/text.h"
#include "common/text/variants.h"
#include "searcher/meaning/analysed.h"
#include "searcher/query/note.h"

namespace kiosque::meaning {

/// Gives names in `query` that have others (Kiev, Nations unies) those others as alternatives,
/// where the index holds them: those of the table, else what articles themselves say of an acronym
/// or the acronym of a full name, else spellings by rule (Zelensky, Zelenski); returns what the
/// user should know of it. Names in phrases, exact forms, fields and excluded clauses stay as they
/// are. Throws what Xapian throws.
[[nodiscard]] std::vector<query::Note> expand_variants(Analysed& query,
                                                       const text::Variants& variants,
                                                       const Xapian::Database& database,
                                                       const index::WordForms& forms,
                                                       text::Analyzer& analyzer);

}  // namespace kiosque::meaning
