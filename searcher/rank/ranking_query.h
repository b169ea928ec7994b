#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "common/index/positional_index.h"
#include "common/text/analyzer.h"
#include "searcher/meaning/query_term.h"

namespace kiosque {

/// A word of the query that hits are ranked by: its terms, and those of its other names.
struct RankingWord {
  std::vector<std::string> stem_terms;  ///< the first belongs to the word as typed
  std::vector<FormCode> forms;          ///< … in which form each was typed, or is named
};

/// A stop word of the query that stands beside one of its words: `d'` in "accord d'Evian".
struct BesideWord {
  std::string stem_term;
  std::size_t word = 0;  ///< of RankingQuery::words
  bool before = false;   ///< stands before that word, else behind it
};

/// What a query is ranked again by.
struct RankingQuery {
  std::vector<RankingWord> words;
  std::vector<BesideWord> beside;
};

/// The words of `terms` that rank; another name of a word stands for the word. `typed` are the
/// tokens of the whole query.
[[nodiscard]] RankingQuery ranking_query(const QueryTerms& terms, std::span<const Token> typed);

}  // namespace kiosque
