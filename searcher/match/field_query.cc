#include "searcher/match/field_query.h"

#include <chrono>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "searcher/match/field_value.h"
#include "searcher/match/word_queries.h"

namespace kiosque {

using Query = Xapian::Query;

Query value_query(const Node& node, const Vocabulary& vocabulary) {
  const Field* field = find_field(node.text);
  if (field == nullptr) return Query::MatchNothing;
  std::vector<Query> terms;
  for (const std::string& term : value_terms(*field, node.children.front().text, vocabulary)) {
    terms.push_back(Query(term));
  }
  return terms.empty() ? Query::MatchNothing : combine(Query::OP_OR, terms);
}

Query date_query(const TimeRange& range) {
  constexpr std::chrono::sys_seconds kLongAgo = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
  const std::string from = encode_time(range.from.value_or(kLongAgo));
  if (!range.to) return Query(Query::OP_VALUE_GE, slot::kPublished, from);
  const std::string last = encode_time(*range.to - std::chrono::seconds{1});
  return Query(Query::OP_VALUE_RANGE, slot::kPublished, from, last);
}

}  // namespace kiosque
