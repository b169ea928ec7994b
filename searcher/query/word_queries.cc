#include "searcher/query/word_queries.h"

#include <algorithm>
#include <utility>

#include "common/base/url.h"
#include "common/index/terms.h"
#include "searcher/query/compile.h"

namespace kiosque {
namespace {

using Kind = Node::Kind;
using Query = Xapian::Query;
using Queries = std::vector<Query>;
using Tokens = std::vector<Token>;

std::string term(const Token& token, const Place& place) {
  std::string term(place.prefix);
  return term += place.stemmed ? token.stem : token.exact;
}

Query side_by_side(const Tokens& tokens, const Place& place) {
  return standing(tokens, place,
                  {.window = static_cast<std::uint32_t>(tokens.size()), .in_order = true});
}

/// Those of `found` that hold every word of `tokens` in the very form.
Query in_form(const Query& found, const Tokens& tokens, const Place& place) {
  if (!place.stemmed) return found;
  Queries forms;
  for (const Token& token : tokens) {
    if (has_exact_term(token)) forms.push_back(Query(exact_term(token)));
  }
  if (forms.empty()) return found;
  return Query(Query::OP_FILTER, found, combine(Query::OP_AND, forms));
}

}  // namespace

Place place_of(const Field& field) {
  return {.prefix = field.prefix,
          .stemmed = field.prefix == prefix::kTitle,
          .positions = field.prefix != prefix::kUrlWord};
}

Query combine(Query::op op, const Queries& parts) {
  if (parts.size() == 1) return parts.front();
  return Query(op, parts.begin(), parts.end());
}

Query standing(const Tokens& tokens, const Place& place, WordPattern pattern, const Query& except) {
  if (tokens.empty()) return Query::MatchNothing;
  pattern.in_title = place.prefix == prefix::kTitle;
  std::vector<std::string> filters;
  for (const Token& token : tokens) {
    filters.push_back(term(token, place));
    pattern.terms.push_back(pattern.in_title ? stem_term(token) : filters.back());
  }
  Query all(Query::OP_AND, filters.begin(), filters.end());
  if (tokens.size() == 1 || !place.positions) return all;
  auto* source = new PositionalSource(std::move(pattern), std::move(filters));
  return Query(Query::OP_FILTER, Query(Query::OP_AND_NOT, all, except), Query(source->release()));
}

Query WordQueries::word(const Node& node, const Place& place) {
  if (const auto article = pasted_url(node)) return *article;
  const Tokens tokens = analyzer_.analyze(node.text);
  looked_for_.remember_all(tokens, node.text, QueryTerm::Match::Stem);
  return side_by_side(tokens, place);
}

Query WordQueries::phrase(const std::string& text, const Place& place) {
  const Tokens tokens = analyzer_.analyze(text);
  looked_for_.remember_all(tokens, text, QueryTerm::Match::Exact);
  return in_form(side_by_side(tokens, place), tokens, place);
}

Query WordQueries::near(const Node& node, const Place& place) {
  Tokens all;
  Tokens exact;
  Queries phrases;
  for (const Node& child : node.children) {
    const Tokens tokens = analyzer_.analyze(child.text);
    const bool in_this_form = child.kind != Kind::Word;
    looked_for_.remember_all(tokens, child.text,
                             in_this_form ? QueryTerm::Match::Exact : QueryTerm::Match::Stem);
    if (tokens.size() > 1) phrases.push_back(side_by_side(tokens, place));
    if (in_this_form) exact.insert(exact.end(), tokens.begin(), tokens.end());
    for (const Token& token : tokens) {
      const bool twice =
          std::any_of(all.begin(), all.end(), [&](const Token& t) { return t.stem == token.stem; });
      if (!twice) all.push_back(token);
    }
  }
  Query query =
      standing(all, place, {.window = static_cast<std::uint32_t>(node.distance + all.size() - 1)});
  if (!phrases.empty()) {
    query = Query(Query::OP_FILTER, query, combine(Query::OP_AND, phrases));
  }
  return in_form(query, exact, place);
}

Query WordQueries::beginning(const std::string& text, const Place& place, Query::op op) {
  Tokens tokens = analyzer_.analyze(text);
  if (tokens.empty()) return Query::MatchNothing;
  const Token last = tokens.back();
  tokens.pop_back();
  looked_for_.remember(last, text, QueryTerm::Match::Prefix);

  // Numbers have no exact term: their stem is the number.
  const bool number = !last.exact.empty() && last.exact.front() >= '0' && last.exact.front() <= '9';
  std::string begin(place.prefix == prefix::kStem && !number ? prefix::kExact : place.prefix);
  begin += last.exact;
  const auto expansion = vocabulary_.expand(begin, kMaxExpansion);
  if (!expansion.complete) looked_for_.note(Note::Kind::TooManyExpansions, text + '*');
  if (expansion.terms.empty()) return Query::MatchNothing;

  Queries words;
  for (const std::string& word : expansion.terms) words.push_back(Query(word));
  Query query = combine(op, words);
  if (tokens.empty()) return query;
  looked_for_.remember_all(tokens, text, QueryTerm::Match::Stem);
  return Query(Query::OP_AND, query, side_by_side(tokens, place));
}

std::optional<Query> WordQueries::pasted_url(const Node& node) const {
  const bool url = node.text.starts_with("http://") || node.text.starts_with("https://");
  if (!url) return std::nullopt;
  const bool has_source = node.begin < node.end && node.end <= ast_.query.size();
  const auto address =
      canonical_url(has_source ? ast_.query.substr(node.begin, node.end - node.begin) : node.text);
  if (!address) return std::nullopt;
  const std::string term = unique_term(*address);
  if (vocabulary_.frequency(term) == 0) return std::nullopt;
  return Query(term);
}

}  // namespace kiosque
