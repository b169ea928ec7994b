#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "common/index/positional_index.h"
#include "common/text/analyzer.h"
#include "searcher/meaning/query_term.h"

namespace kiosque::rank {

/// A word of the query that hits are ranked by: its terms, and those of its other names.
struct Word {
  std::vector<std::string> stem_terms;  ///< the first belongs to the word as typed
  std::vector<index::FormCode> forms;   ///< … in which form each was typed, or is named
};

/// A stop word of the query that stands beside one of its words: `d'` in "accord d'Evian".
struct BesideWord {
  std::string stem_term;
  std::size_t word = 0;  ///< of Query::words
  bool before = false;   ///< stands before that word, else behind it
};

/// What a query is ranked again by.
struct Query {
  std::vector<Word> words;
  std::vector<BesideWord> beside;
};

/// The words of `terms` that rank; another name of a word stands for the word. `typed` are the
/// tokens of the whole query.
[[nodiscard]] Query ranking_query(const meaning::Terms& terms, std::span<const text::Token> typed);

}  // namespace kiosque::rank
