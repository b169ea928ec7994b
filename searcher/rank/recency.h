#pragma once

#include <xapian.h>

#include <chrono>

#include "searcher/meaning/meaning.h"
#include "searcher/rank/options.h"

namespace kiosque::rank {

/// What a new article is worth more than an old one with the same words: at most a small share of
/// what the words of the query are worth, halved every `recency_half_life` days. Nothing for
/// articles of eight half-lives and more, so that among old articles words alone decide; nothing
/// for those without a date or with one in the future.
class Recency {
 public:
  Recency(std::chrono::sys_seconds now, const meaning::Words& words, const Options& options);

  [[nodiscard]] double worth(std::chrono::sys_seconds published) const;

  /// `query`, with what each article is worth for its age added to its weight. The same query where
  /// the index is too old for that to be anything. Throws what Xapian throws.
  [[nodiscard]] Xapian::Query prefer_new(const Xapian::Query& query,
                                         const Xapian::Database& database) const;

 private:
  std::chrono::sys_seconds now_;
  double most_ = 0;       ///< for an article of this moment
  double half_life_ = 1;  ///< seconds
};

}  // namespace kiosque::rank
