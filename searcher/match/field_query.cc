#include "searcher/match/field_query.h"

#include <chrono>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "searcher/match/field_value.h"
#include "searcher/match/word_queries.h"

namespace kiosque::match {

using Query = Xapian::Query;

Query value_query(const query::Node& node, const meaning::Vocabulary& vocabulary) {
  const index::Field* field = index::find_field(node.text);
  if (field == nullptr) return Query::MatchNothing;
  std::vector<Query> terms;
  for (const std::string& term : value_terms(*field, node.children.front().text, vocabulary)) {
    terms.push_back(Query(term));
  }
  return terms.empty() ? Query::MatchNothing : combine(Query::OP_OR, terms);
}

Query date_query(const query::TimeRange& range) {
  constexpr std::chrono::sys_seconds kLongAgo = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
  const std::string from = index::encode_time(range.from.value_or(kLongAgo));
  if (!range.to) return Query(Query::OP_VALUE_GE, index::slot::kPublished, from);
  const std::string last = index::encode_time(*range.to - std::chrono::seconds{1});
  return Query(Query::OP_VALUE_RANGE, index::slot::kPublished, from, last);
}

}  // namespace kiosque::match
