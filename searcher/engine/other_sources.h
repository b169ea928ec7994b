#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "searcher/engine/page.h"
#include "searcher/rank/ranking.h"

namespace kiosque::engine {

/// Says on each hit how many other articles of `query` tell its story, and where they can be read:
/// sets Hit::other_sources, fills Hit::elsewhere. `shown[i]` is the ranked hit that `hits[i]` was
/// made of. Costs a second, unranked match, and nothing where no story has two articles. Throws
/// what Xapian throws.
void find_other_sources(const Xapian::Database& database, const Xapian::Query& query,
                        std::span<const rank::RankedHit> shown, std::vector<Hit>& hits);

}  // namespace kiosque::engine
