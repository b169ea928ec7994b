#pragma once

#include <xapian.h>

#include <chrono>
#include <optional>
#include <set>
#include <vector>

#include "searcher/engine/facets.h"
#include "searcher/engine/library.h"
#include "searcher/engine/page.h"
#include "searcher/engine/request.h"
#include "searcher/match/match.h"
#include "searcher/meaning/meaning.h"
#include "searcher/rank/best_hits.h"
#include "searcher/rank/recency.h"

namespace kiosque::engine {

/// One try at answering a request: from its words to the page, over one revision of the index. A
/// commit meanwhile throws; the next try is another object. All that is passed in must outlive it.
class SearchAttempt {
 public:
  SearchAttempt(Library& library, const Request& request, Xapian::Database& database,
                std::chrono::sys_seconds now);

  /// The page for a query as it was typed. Once. Throws what Xapian throws.
  [[nodiscard]] Page answer(meaning::Analysed typed);

 private:
  void match();
  [[nodiscard]] rank::BestHits best_of(const Xapian::Query& query, const rank::HitsWanted& wanted);
  void match_long_query(const rank::HitsWanted& wanted);
  void count_those_with_most_words();
  void set_order();
  [[nodiscard]] Page page() const;
  [[nodiscard]] std::size_t counted_hits() const;
  void count(Page& page) const;
  void add_hits(Page& page) const;

  Library& library_;
  const Request& request_;
  Xapian::Database& database_;
  std::chrono::sys_seconds now_;
  rank::Options ranking_;
  Xapian::Enquire enquire_;
  meaning::IndexVocabulary vocabulary_;
  FacetSpy counts_;

  // What each step leaves for the next.
  meaning::Meaning meaning_ = {};
  Xapian::Query query_ = {};
  match::AllWords counted_ = {};
  std::optional<rank::Recency> recency_ = {};
  std::vector<rank::RankedHit> hits_ = {};
  bool all_words_first_ = false;
  std::set<Xapian::docid> whole_;  ///< of a long query: the articles with all words
  std::size_t whole_hits_ = 0;     ///< else: how many of `hits_`, the first, have all words
  std::size_t others_ = 0;         ///< how many match and have only some, about
  std::size_t most_words_ = 0;     ///< that any article has, if none has all
};

}  // namespace kiosque::engine
