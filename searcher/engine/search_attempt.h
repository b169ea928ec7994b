#pragma once

#include <xapian.h>

#include <chrono>
#include <optional>
#include <vector>

#include "searcher/engine/facets.h"
#include "searcher/engine/library.h"
#include "searcher/engine/page.h"
#include "searcher/engine/request.h"
#include "searcher/match/match.h"
#include "searcher/meaning/suggest.h"
#include "searcher/query/query.h"
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
  [[nodiscard]] Page answer(query::Ast typed);

 private:
  void understand();
  void match();
  void set_order();
  [[nodiscard]] Page page() const;
  void count(Page& page) const;
  void add_hits(Page& page) const;
  [[nodiscard]] match::CompiledQuery compiled() const;
  [[nodiscard]] bool counts_all() const;

  Library& library_;
  const Request& request_;
  Xapian::Database& database_;
  std::chrono::sys_seconds now_;
  rank::Options ranking_;
  Xapian::Enquire enquire_;
  FacetSpy spy_ = {};

  // What each step leaves for the next.
  query::Ast ast_ = {};
  std::vector<query::Note> names_ = {};
  meaning::SpellingAdvice spelling_ = {};
  match::CompiledQuery query_ = {};
  std::optional<rank::Recency> recency_ = {};
  rank::BestHits best_ = {};
};

}  // namespace kiosque::engine
