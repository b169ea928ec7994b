#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "searcher/engine/page.h"

namespace kiosque::engine {

inline constexpr std::size_t kMaxFacetValues = 20;

/// Counts the values of the articles that match, as the match goes on: source, section, author,
/// language and month. An article with several authors counts for each. Months are those of Paris,
/// as in a `date:` clause.
///
///   FacetSpy spy;
///   enquire.add_matchspy(&spy);   // counts are exact if get_mset() is told to check all articles
///   enquire.get_mset(0, 10, database.get_doccount());
class FacetSpy final : public Xapian::MatchSpy {
 public:
  /// Without values only articles and stories are counted.
  explicit FacetSpy(bool with_values = true);
  ~FacetSpy() override;
  void operator()(const Xapian::Document& document, double weight) override;

  /// Forgets what was counted.
  void clear();

  /// How many articles were counted, and how many stories they tell (as results are collapsed).
  [[nodiscard]] std::size_t articles() const;
  [[nodiscard]] std::size_t stories() const;

  /// Each field with at most kMaxFacetValues values, the most frequent first.
  [[nodiscard]] std::vector<Facet> facets() const;

  /// The months from the first to the last that has an article, without gaps, oldest first.
  [[nodiscard]] std::vector<TimelineBar> timeline() const;

 private:
  struct Counts;
  bool with_values_;
  std::unique_ptr<Counts> counts_;
};

}  // namespace kiosque::engine
