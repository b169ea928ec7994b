#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "common/index/positional_index.h"
#include "common/text/text.h"
#include "searcher/meaning/query_term.h"
#include "searcher/rank/options.h"

namespace kiosque::rank {

/// BM25 (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009) with a power of idf, on
/// frequencies that are normalised by the length of the article already (kWordWeight).
class NewsWeight final : public Xapian::Weight {
 public:
  explicit NewsWeight(const Options& options = {});

  NewsWeight* clone() const override;
  std::string name() const override;
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount length, Xapian::termcount unique_terms) const override;
  double get_maxextra() const override;

 private:
  void init(double factor) override;

  Options options_;
  double weight_ = 0;  ///< of the term, in this query
};

/// One hit as it is ranked.
struct RankedHit {
  Xapian::docid id = 0;
  double score = 0;
};

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

/// Ranks `hits` (best first) by `query` as well as by the score they have: how early, how near each
/// other and in which form the words stand. Only the first `options.depth` change places.
void rank_again(const Xapian::Database& database, std::vector<RankedHit>& hits, const Query& query,
                const Options& options);

}  // namespace kiosque::rank
