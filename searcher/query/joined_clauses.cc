#include "searcher/query/joined_clauses.h"

#include "searcher/query/word_queries.h"

namespace kiosque {

using Query = Xapian::Query;

Query join(const Clauses& clauses) {
  Query query = Query::MatchAll;
  auto optional = clauses.optional;
  if (!clauses.stop_words.empty()) {
    optional.push_back(standing(clauses.stop_words, {}, phrase_of(clauses.stop_words.size())));
  }
  if (!clauses.must.empty()) {
    query = combine(Query::OP_AND, clauses.must);
    if (!optional.empty()) {
      query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, optional));
    }
  } else if (!optional.empty()) {
    query = combine(Query::OP_OR, optional);
  }
  if (!clauses.filters.empty()) {
    query = Query(Query::OP_FILTER, query, combine(Query::OP_AND, clauses.filters));
  }
  if (!clauses.forbidden.empty()) {
    query = Query(Query::OP_AND_NOT, query, combine(Query::OP_OR, clauses.forbidden));
  }
  return query;
}

}  // namespace kiosque
