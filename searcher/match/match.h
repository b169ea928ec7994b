#pragma once

#include <xapian.h>

#include <vector>

#include "common/text/text.h"
#include "searcher/meaning/query_term.h"
#include "searcher/meaning/vocabulary.h"
#include "searcher/query/query.h"

namespace kiosque::match {

/// A query that Xapian can run.
struct CompiledQuery {
  Xapian::Query query;
  meaning::Terms terms;  ///< what is looked for (not what is excluded), each once, as typed first
  std::vector<query::Note> notes;  ///< beside those of the Ast
};

inline constexpr std::size_t kMaxRankedTerms = 64;  ///< words that rank; further ones are dropped

/// Ast -> terms of the index (common/index/schema.h, terms.h).
///
/// Words side by side are ranked, any of them being enough. Stop words do not rank; words
/// side by side that are nothing else must stand so, which is looked for in every article. What is
/// demanded, excluded or a field is a filter. A word of several tokens (États-Unis) is several
/// words where it is ranked and a phrase where it is a filter.
///
/// `variant_weight`, 0 to 1: share of a name that it and its other names count for as one word.
[[nodiscard]] CompiledQuery compile(const query::Ast& ast, text::Analyzer& analyzer,
                                    const meaning::Vocabulary& vocabulary, double variant_weight);

}  // namespace kiosque::match
