#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/rank/ranking_options.h"
#include "searcher/rank/ranking_query.h"

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

/// Ranks `hits` (best first) by `query` as well as by the score they have: how early, how near each
/// other and in which form the words stand. Only the first `options.depth` change places.
void rank_again(const Xapian::Database& database, std::vector<RankedHit>& hits, const Query& query,
                const Options& options);

}  // namespace kiosque::rank
