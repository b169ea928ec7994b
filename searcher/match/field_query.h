#pragma once

#include <xapian.h>

#include "searcher/meaning/vocabulary.h"
#include "searcher/query/ast.h"

namespace kiosque {

/// Articles with the value that a node of Kind::Value names: any of its terms.
[[nodiscard]] Xapian::Query value_query(const Node& node, const Vocabulary& vocabulary);

/// Articles published in a range; undated ones are in none.
[[nodiscard]] Xapian::Query date_query(const TimeRange& range);

}  // namespace kiosque
