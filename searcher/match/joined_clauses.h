#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query/ast.h"

namespace kiosque::match {

/// The clauses of words side by side, by what they ask of an article.
struct Clauses {
  std::vector<Xapian::Query> optional;  ///< one is enough, if nothing is a must
  std::vector<Xapian::Query> must;      ///< and rank
  std::vector<Xapian::Query> filters;   ///< must hold, and do not rank
  std::vector<Xapian::Query> forbidden;
  std::vector<const query::Node*> fields;  ///< to be ranked or to filter: any() decides
  std::vector<std::string> ranked_stems;   ///< of `optional`: a word typed twice counts once
  std::vector<text::Token> stop_words;     ///< of a query in which nothing ranks
};

/// One query of all clauses but `fields` and `stop_words`; without any, every article.
[[nodiscard]] Xapian::Query join(const Clauses& clauses);

}  // namespace kiosque::match
