#pragma once
// Ranks the articles that match.
//
// In: a match of Xapian weighed by NewsWeight, and the words of a Meaning. Out: the best hits,
// ranked again by how early, how near each other and in which form the words stand.
// Main types: NewsWeight, Query, RankedHit, Options.
// Also open to other rooms: searcher/rank/best_hits.h (as many hits as are asked for, one a
// story), searcher/rank/options.h (the weights), searcher/rank/recency.h (worth of new ones).
//
// Example (tests/unit/searcher/rank/example_test.cc):
//   const BestHits best =
//       best_hits(enquire, database, {.hits = 10}, [&](std::vector<RankedHit>& hits) {
//         rank_again(database, hits, ranking_query(meaning), {});
//       });
//   ASSERT_EQ(best.hits.size(), 2u);
//   EXPECT_EQ(best.hits[0].id, 2u);

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "common/index/positional_index.h"
#include "searcher/meaning/meaning.h"
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

/// A stop word of the query that stands beside one of its words: `pour` in "accord pour Evian".
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

/// The words of a query that rank; another name of a word stands for the word.
[[nodiscard]] Query ranking_query(const meaning::Meaning& meaning);

/// Ranks `hits` (best first) by `query` as well as by the score they have: how early, how near each
/// other and in which form the words stand. Only the first `options.depth` change places.
void rank_again(const Xapian::Database& database, std::vector<RankedHit>& hits, const Query& query,
                const Options& options);

}  // namespace kiosque::rank
