#include "searcher/match/name_query.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/index/terms.h"
#include "searcher/match/word_queries.h"

namespace kiosque::match {
namespace {

using Query = Xapian::Query;
using Queries = std::vector<Query>;
using Tokens = std::vector<text::Token>;

/// Articles in which the words of another name are looked for where they stand: some 3 us each.
constexpr std::size_t kMostLookedAt = 10'000;

struct Names {
  Queries counted;             ///< a term each
  Queries words;               ///< those of one word
  std::vector<Tokens> longer;  ///< those of several
};

/// Articles that hold a word, in its more frequent reading.
std::size_t frequency_of(const text::Token& token, const meaning::Vocabulary& vocabulary) {
  std::size_t frequency = 0;
  for (const std::string& term : index::stem_terms(token)) {
    frequency = std::max(frequency, vocabulary.frequency(term));
  }
  return frequency;
}

Query rarest(const Tokens& tokens, const meaning::Vocabulary& vocabulary) {
  const text::Token* best = nullptr;
  std::size_t lowest = 0;
  for (const text::Token& token : tokens) {
    if (token.stop_word) continue;
    const std::size_t frequency = frequency_of(token, vocabulary);
    if (best == nullptr || frequency < lowest) best = &token, lowest = frequency;
  }
  return best == nullptr ? Query::MatchNothing : WordQueries::any_place(*best);
}

void add_name(Names& names, const Tokens& tokens, const meaning::Vocabulary& vocabulary) {
  names.counted.push_back(rarest(tokens, vocabulary));
  if (tokens.size() == 1) {
    names.words.push_back(WordQueries::any_place(tokens.front()));
  } else {
    names.longer.push_back(tokens);
  }
}

/// Articles with a name of one word need no look at where the words of longer ones stand. Nor do
/// those of a name whose words are all frequent: there are too many, and nearly all have it.
Query any_of(const Names& names, const meaning::Vocabulary& vocabulary) {
  const Query words(Query::OP_OR, names.words.begin(), names.words.end());
  Queries all = names.words;
  for (const Tokens& name : names.longer) {
    const bool frequent = std::all_of(name.begin(), name.end(), [&](const text::Token& token) {
      return token.stop_word || frequency_of(token, vocabulary) > kMostLookedAt;
    });
    all.push_back(standing(name, {.positions = !frequent}, phrase_of(name.size()), {}, words));
  }
  return combine(Query::OP_OR, all);
}

/// The words of a name, which are one node or several.
Tokens words_of(const query::Node& name, const std::vector<meaning::Leaf>& leaves) {
  Tokens words = leaves[name.leaf].tokens;
  for (const query::Node& word : name.children) {
    const Tokens& tokens = leaves[word.leaf].tokens;
    words.insert(words.end(), tokens.begin(), tokens.end());
  }
  return words;
}

}  // namespace

Query name_query(const query::Node& node, const TypedName& typed,
                 const std::vector<meaning::Leaf>& leaves, const meaning::Vocabulary& vocabulary) {
  // Xapian cannot count a filter among synonyms: the rarest word of a name counts for it, in
  // articles that hold one of the names as it is written.
  Names names;
  for (const query::Node& name : node.children) {
    add_name(names, words_of(name, leaves), vocabulary);
  }
  if (names.counted.size() == 1) return typed.query;
  const double share = std::min(typed.variant_weight, 1.0);
  return Query(Query::OP_OR, Query(Query::OP_SCALE_WEIGHT, typed.query, 1 - share),
               Query(Query::OP_FILTER,
                     Query(Query::OP_SCALE_WEIGHT, combine(Query::OP_SYNONYM, names.counted),
                           typed.variant_weight),
                     any_of(names, vocabulary)));
}

}  // namespace kiosque::match
