#pragma once

#include <xapian.h>

#include <string>

#include "searcher/engine/page.h"
#include "searcher/match/compile.h"
#include "searcher/rank/ranking.h"
#include "searcher/rank/recency.h"

namespace kiosque::engine {

/// What a query looks for: a line for each word with its stem and idf, then the query that runs.
[[nodiscard]] std::string explain(const match::CompiledQuery& compiled);

/// Why an article was found: its score, what of it is for being new, and the terms of the query it
/// holds. Throws what Xapian throws.
[[nodiscard]] std::string explain(const Xapian::Enquire& enquire, const rank::RankedHit& ranked,
                                  const Hit& hit, const rank::Recency& recency);

}  // namespace kiosque::engine
