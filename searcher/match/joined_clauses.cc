#include "searcher/match/joined_clauses.h"

#include "searcher/match/word_queries.h"

namespace kiosque::match {

using Query = Xapian::Query;

Query join(const Clauses& clauses) {
  Query query = Query::MatchAll;
  if (!clauses.must.empty()) {
    query = combine(Query::OP_AND, clauses.must);
    if (!clauses.optional.empty()) {
      query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, clauses.optional));
    }
  } else if (!clauses.optional.empty()) {
    query = combine(Query::OP_OR, clauses.optional);
  }
  if (!clauses.filters.empty()) {
    query = Query(Query::OP_FILTER, query, combine(Query::OP_AND, clauses.filters));
  }
  if (!clauses.forbidden.empty()) {
    query = Query(Query::OP_AND_NOT, query, combine(Query::OP_OR, clauses.forbidden));
  }
  return query;
}

}  // namespace kiosque::match
