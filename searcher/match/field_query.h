#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "searcher/meaning/vocabulary.h"
#include "searcher/query/query.h"

namespace kiosque::match {

/// The terms of a field that is not analysed which a user means by `value`; any of them will do.
///
///   source: "Le Monde" or lemonde.fr; without either, names and sites that begin so
///   site:   lemonde.fr, www.lemonde.fr, https://www.lemonde.fr/
///   langue: fr, français, French
[[nodiscard]] std::vector<std::string> value_terms(const index::Field& field,
                                                   std::string_view value,
                                                   const meaning::Vocabulary& vocabulary);

/// Articles with the value that a node of Kind::Value names: any of its terms.
[[nodiscard]] Xapian::Query value_query(const query::Node& node,
                                        const meaning::Vocabulary& vocabulary);

/// Articles published in a range; undated ones are in none.
[[nodiscard]] Xapian::Query date_query(const query::TimeRange& range);

}  // namespace kiosque::match
