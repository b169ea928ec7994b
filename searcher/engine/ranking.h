#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace kiosque {

/// How hits are ranked. The defaults are measured (scripts/relevance --explain shows what each step
/// brings); tests and experiments set others. Weights are shares of a word's idf.
struct RankingOptions {
  double k1 = 0.8;                 ///< BM25: how soon more occurrences stop counting
  double b = 0.8;                  ///< BM25: how far long articles are held back
  double idf_power = 0.8;          ///< < 1: rare words count a little less than their rarity says
  double exact = 0.02;             ///< a word in the very form of the query
  double all_exact = 0.1;          ///< all words in that form: steep, little for half of them
  double first = 0.2;              ///< how early a word first stands
  double first_decay = 60;         ///< … in words
  double early = 0.1;              ///< how often it stands early
  double near = 0.15;              ///< how near two words stand
  double near_decay = 12;          ///< … in words
  double in_order = 0.25;          ///< two neighbours of the query, in the same order
  std::size_t depth = 100;         ///< hits that are ranked again by all but BM25
  std::size_t longest_query = 16;  ///< words of a query above which BM25 alone ranks better
};

/// A word of the query that hits are ranked by: its terms, and those of its other names.
struct RankingWord {
  std::vector<std::string> stem_terms;   ///< never empty
  std::vector<std::string> exact_terms;  ///< the first belongs to the word as typed
};

/// BM25 (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009) with a power of idf, on
/// documents that count occurrences in halves (see document_builder).
class NewsWeight final : public Xapian::Weight {
 public:
  explicit NewsWeight(const RankingOptions& options = {});

  NewsWeight* clone() const override;
  std::string name() const override;
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount length, Xapian::termcount unique_terms) const override;
  double get_maxextra() const override;

 private:
  void init(double factor) override;

  RankingOptions options_;
  double weight_ = 0;  ///< of the term, in this query
};

/// One hit as it is ranked.
struct RankedHit {
  Xapian::docid id = 0;
  double score = 0;
  Xapian::doccount other_articles = 0;  ///< of the same story, a lower bound
};

/// Ranks the hits of `found` by `words` as well as by the weight they have: how early, how near
/// each other and in which form the words stand. Only the first `options.depth` change places.
[[nodiscard]] std::vector<RankedHit> rank_again(const Xapian::Database& database,
                                                const Xapian::MSet& found,
                                                const std::vector<RankingWord>& words,
                                                const RankingOptions& options);

}  // namespace kiosque
