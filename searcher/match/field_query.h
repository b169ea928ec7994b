#pragma once

#include <xapian.h>

#include "searcher/meaning/vocabulary.h"
#include "searcher/query/ast.h"

namespace kiosque::match {

/// Articles with the value that a node of Kind::Value names: any of its terms.
[[nodiscard]] Xapian::Query value_query(const query::Node& node,
                                        const meaning::Vocabulary& vocabulary);

/// Articles published in a range; undated ones are in none.
[[nodiscard]] Xapian::Query date_query(const query::TimeRange& range);

}  // namespace kiosque::match
