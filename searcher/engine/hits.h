#pragma once

#include <xapian.h>

#include "common/text/analyzer.h"
#include "searcher/engine/page.h"
#include "searcher/engine/request.h"
#include "searcher/meaning/query_term.h"
#include "searcher/rank/ranking.h"

namespace kiosque::engine {

/// What is shown of a ranked article: its record, with title and snippet marked where `terms`
/// stand. A damaged record gives a hit without text. Throws what Xapian throws.
[[nodiscard]] Hit make_hit(const Xapian::Database& database, const rank::RankedHit& ranked,
                           const meaning::Terms& terms, const Request& request,
                           text::Analyzer& analyzer);

}  // namespace kiosque::engine
