#pragma once

#include <xapian.h>

#include <chrono>
#include <optional>

#include "searcher/engine/facets.h"
#include "searcher/engine/library.h"
#include "searcher/engine/page.h"
#include "searcher/engine/request.h"
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
  void set_order();
  [[nodiscard]] Page page() const;
  void count(Page& page) const;
  void add_hits(Page& page) const;
  [[nodiscard]] bool counts_all() const;

  Library& library_;
  const Request& request_;
  Xapian::Database& database_;
  std::chrono::sys_seconds now_;
  rank::Options ranking_;
  Xapian::Enquire enquire_;
  meaning::IndexVocabulary vocabulary_;
  FacetSpy spy_ = {};

  // What each step leaves for the next.
  meaning::Meaning meaning_ = {};
  Xapian::Query query_ = {};
  std::optional<rank::Recency> recency_ = {};
  rank::BestHits best_ = {};
};

}  // namespace kiosque::engine
