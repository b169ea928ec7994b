#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/meaning/analysed.h"
#include "searcher/meaning/vocabulary.h"
#include "searcher/query/query.h"

namespace kiosque::match {

/// What a name was typed as, and what of it counts for its other names.
struct TypedName {
  Xapian::Query query;
  double variant_weight;  ///< see compile()
};

/// A name and its other names (Kind::Variants) count as one word, as common as all of them
/// together; what was typed counts by itself besides. `typed` is the query of the first child.
[[nodiscard]] Xapian::Query name_query(const query::Node& node, const TypedName& typed,
                                       const std::vector<meaning::Leaf>& leaves,
                                       const meaning::Vocabulary& vocabulary);

}  // namespace kiosque::match
