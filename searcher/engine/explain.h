#pragma once

#include <xapian.h>

#include <string>

#include "searcher/engine/page.h"
#include "searcher/match/compile.h"
#include "searcher/rank/ranking.h"
#include "searcher/rank/recency.h"

namespace kiosque {

/// What a query looks for: a line for each word with its stem and idf, then the query that runs.
[[nodiscard]] std::string explain(const CompiledQuery& compiled);

/// Why an article was found: its score, what of it is for being new, and the terms of the query it
/// holds. Throws what Xapian throws.
[[nodiscard]] std::string explain(const Xapian::Enquire& enquire, const RankedHit& ranked,
                                  const Hit& hit, const Recency& recency);

}  // namespace kiosque
