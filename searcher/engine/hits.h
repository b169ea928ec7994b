#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "common/text/text.h"
#include "searcher/engine/page.h"
#include "searcher/engine/request.h"
#include "searcher/meaning/meaning.h"
#include "searcher/rank/rank.h"

namespace kiosque::engine {

/// What is shown of a ranked article: its record, with title and snippet marked where `words`
/// stand. A damaged record gives a hit without text. Throws what Xapian throws.
[[nodiscard]] Hit make_hit(const Xapian::Database& database, const rank::RankedHit& ranked,
                           const meaning::Words& words, const Request& request,
                           text::Analyzer& analyzer);

/// Says on each hit how many other articles of `query` tell its story, and where they can be read:
/// sets Hit::other_sources, fills Hit::elsewhere. `shown[i]` is the ranked hit that `hits[i]` was
/// made of. Costs a second, unranked match, and nothing where no story has two articles. Throws
/// what Xapian throws.
void find_other_sources(const Xapian::Database& database, const Xapian::Query& query,
                        std::span<const rank::RankedHit> shown, std::vector<Hit>& hits);

}  // namespace kiosque::engine
