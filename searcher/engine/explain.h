#pragma once

#include <xapian.h>

#include <string>

#include "searcher/engine/ranking.h"
#include "searcher/query/compile.h"

namespace kiosque {

/// What a query looks for: a line for each word with its stem and idf, then the query that runs.
[[nodiscard]] std::string explain(const CompiledQuery& compiled);

/// Why an article was found: its score and the terms of the query it holds. Throws what Xapian
/// throws.
[[nodiscard]] std::string explain(const Xapian::Enquire& enquire, const RankedHit& hit);

}  // namespace kiosque
