#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <vector>

#include "searcher/rank/rank.h"

namespace kiosque::rank {

/// How many hits of a match are asked for.
struct HitsWanted {
  std::size_t hits = 0;                ///< as many, unless there are fewer
  std::size_t articles = 0;            ///< out of as many at least
  std::size_t checked = 0;             ///< Xapian is to look at as many at least: for exact counts
  bool one_a_story = false;            ///< the best article of each story alone
  std::vector<RankedHit> before = {};  ///< hits that are shown before these: their stories are told
};

/// What a match gave.
struct BestHits {
  std::vector<RankedHit> hits;  ///< best first
  Xapian::MSet found;           ///< the articles they were taken from
  std::size_t looked_at = 0;    ///< articles that `hits` were chosen among
  bool all = false;             ///< there are no more

  /// How many stories match: an estimate unless `all`, from how many of the articles looked at tell
  /// what a better one tells.
  [[nodiscard]] std::size_t stories() const;
};

using Ranking = std::function<void(std::vector<RankedHit>&)>;

/// The best hits of `enquire`, ranked again by `rank`. Xapian could find one a story while it
/// matches, but would read the story of every article that might still be among the best: a third
/// of the time of a query over a million articles. Throws what Xapian throws.
[[nodiscard]] BestHits best_hits(Xapian::Enquire& enquire, const Xapian::Database& database,
                                 const HitsWanted& wanted, const Ranking& rank);

}  // namespace kiosque::rank
