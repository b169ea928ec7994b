#include "searcher/match/word_queries.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace kiosque::match {
namespace {

using Kind = query::Node::Kind;
using Query = Xapian::Query;
using Queries = std::vector<Query>;
using Tokens = std::vector<text::Token>;

std::string term(std::string_view word, const Place& place) {
  std::string term(place.prefix);
  return term += word;
}

/// The terms of both readings of a word; one where words are not analysed.
std::vector<std::string> terms(const text::Token& token, const Place& place) {
  if (!place.stemmed) return {term(token.exact, place)};
  std::vector<std::string> terms{term(token.stem, place)};
  if (!token.also.empty()) terms.push_back(term(token.also, place));
  return terms;
}

/// True if a posting list holds the articles with `token`: those of text have none for stop words.
bool is_posted(const text::Token& token, const Place& place) {
  return !token.stop_word || place.prefix != index::prefix::kStem;
}

/// A word as either of its readings: one word to the ranking.
Query reading_of(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

Query side_by_side(const Tokens& tokens, const Place& place, bool in_form = false) {
  return standing(tokens, place, phrase_of(tokens.size()),
                  std::vector<bool>(tokens.size(), in_form));
}

/// Adds `token` to those that must stand near one another: a word once, but each form of it that
/// is asked for.
void add_to_near(const text::Token& token, bool exact, const Place& place, Tokens& all,
                 std::vector<bool>& in_form) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (terms(all[i], place) != terms(token, place)) continue;
    if (!exact || all[i].exact == token.exact) {
      in_form[i] = in_form[i] || exact;
      return;
    }
    if (in_form[i]) continue;
    all[i] = token;
    in_form[i] = true;
    return;
  }
  all.push_back(token);
  in_form.push_back(exact);
}

/// Where terms are forms themselves: any of those that begin so.
Query any_of(const std::vector<std::string>& terms, Query::op op) {
  if (terms.empty()) return Query::MatchNothing;
  Queries words;
  for (const std::string& word : terms) words.push_back(Query(word));
  return combine(op, words);
}

/// Where terms are stems: where they stand is looked at only for words of which a form begins
/// otherwise: the most frequent words are in too many articles to look at each.
Query any_form_of(const std::vector<meaning::Vocabulary::FormExpansion::Word>& expansion,
                  const Place& place, Query::op op) {
  if (expansion.empty()) return Query::MatchNothing;
  Queries words;
  Queries in_form;
  bool any_form = true;
  for (const auto& [stem, forms, all_forms] : expansion) {
    const std::string filter = std::string(place.prefix) + stem;
    words.push_back(Query(filter));
    if (all_forms) {
      in_form.push_back(words.back());
      continue;
    }
    any_form = false;
    PatternWord word{{index::stem_term(stem)}};
    for (const std::string& form : forms) word.forms.push_back(index::form_code(form, stem));
    auto* source = new PositionalSource(
        {.words = {word}, .window = 1, .in_title = place.prefix == index::prefix::kTitle},
        {filter});
    in_form.push_back(Query(Query::OP_FILTER, words.back(), Query(source->release())));
  }
  Query all = combine(op, words);
  if (any_form) return all;
  // What matches are the forms; `all` has every one of them, and ranks (as a filter of its own it
  // would spoil Xapian's estimate of how many match).
  const Query matching(Query::OP_SCALE_WEIGHT, combine(Query::OP_OR, in_form), 0.0);
  return Query(Query::OP_AND_MAYBE, matching, all);
}

}  // namespace

Query combine(Query::op op, const Queries& parts) {
  if (parts.size() == 1) return parts.front();
  return Query(op, parts.begin(), parts.end());
}

WordPattern phrase_of(std::size_t words) {
  return {.window = static_cast<std::uint32_t>(words), .in_order = true};
}

Query standing(const Tokens& tokens, const Place& place, WordPattern pattern,
               const std::vector<bool>& in_form, const Query& except) {
  if (tokens.empty()) return Query::MatchNothing;
  pattern.in_title = place.prefix == index::prefix::kTitle;
  std::vector<std::string> filters;
  Queries held;
  bool any_place = tokens.size() == 1;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const text::Token& token = tokens[i];
    auto readings = terms(token, place);
    if (!is_posted(token, place)) {
      any_place = false;
    } else {
      held.push_back(reading_of(readings));
      if (readings.size() == 1) filters.push_back(readings.front());
    }
    PatternWord word{pattern.in_title ? index::stem_terms(token) : std::move(readings)};
    if (i < in_form.size() && in_form[i] && place.stemmed && index::has_forms(token)) {
      word.forms.push_back(index::form_code(token));
      if (!token.also.empty()) word.forms.push_back(index::form_code(token.exact, token.also));
      any_place = false;
    }
    pattern.words.push_back(std::move(word));
  }
  // No word of one reading, or stop words alone: every article that is asked for is looked at.
  if (filters.empty()) filters.emplace_back();
  if (held.empty()) held.push_back(Query(std::string()));
  const Query all = combine(Query::OP_AND, held);
  if (any_place || !place.positions) return all;
  auto* source = new PositionalSource(std::move(pattern), std::move(filters));
  return Query(Query::OP_FILTER, Query(Query::OP_AND_NOT, all, except), Query(source->release()));
}

Query WordQueries::word(const query::Node& node, const Place& place) const {
  if (const auto article = pasted_url(node)) return *article;
  return side_by_side(leaf_of(node).tokens, place);
}

Query WordQueries::phrase(const query::Node& node, const Place& place) const {
  return side_by_side(leaf_of(node).tokens, place, true);
}

std::optional<Query> WordQueries::absent(const query::Node& node) const {
  const bool words =
      node.kind == Kind::Word || node.kind == Kind::Phrase || node.kind == Kind::Exact;
  if (!words) return std::nullopt;
  const Tokens& tokens = leaf_of(node).tokens;
  if (tokens.empty() || !std::ranges::all_of(tokens, &text::Token::stop_word)) return std::nullopt;
  WordPattern pattern = phrase_of(tokens.size());
  pattern.absent = true;
  for (const text::Token& token : tokens) pattern.words.push_back({index::stem_terms(token)});
  return Query((new PositionalSource(std::move(pattern), {""}))->release());
}

Query WordQueries::near(const query::Node& node, const Place& place) const {
  Tokens all;
  std::vector<bool> in_form;
  Queries phrases;
  for (const query::Node& child : node.children) {
    const Tokens& tokens = leaf_of(child).tokens;
    const bool exact = child.kind != Kind::Word;
    if (tokens.size() > 1) phrases.push_back(side_by_side(tokens, place, exact));
    for (const text::Token& token : tokens) add_to_near(token, exact, place, all, in_form);
  }
  Query query = standing(
      all, place, {.window = static_cast<std::uint32_t>(node.distance + all.size() - 1)}, in_form);
  if (phrases.empty()) return query;
  return Query(Query::OP_FILTER, query, combine(Query::OP_AND, phrases));
}

Query WordQueries::beginning(const query::Node& node, const Place& place, Query::op op) const {
  const meaning::Leaf& leaf = leaf_of(node);
  const auto beginning =
      std::ranges::find(leaf.beginnings, place.prefix, &meaning::Beginning::place);
  if (beginning == leaf.beginnings.end()) return Query::MatchNothing;
  Query query = beginning->words.empty() ? any_of(beginning->terms, op)
                                         : any_form_of(beginning->words, place, op);
  const Tokens before(leaf.tokens.begin(), std::prev(leaf.tokens.end()));
  if (before.empty()) return query;
  return Query(Query::OP_AND, query, side_by_side(before, place));
}

Query WordQueries::any_place(const text::Token& token) { return reading_of(terms(token, {})); }

std::optional<Query> WordQueries::pasted_url(const query::Node& node) const {
  const std::string& article = leaf_of(node).article;
  if (article.empty()) return std::nullopt;
  return Query(article);
}

}  // namespace kiosque::match
