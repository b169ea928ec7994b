#include "searcher/match/word_queries.h"

#include <algorithm>
#include <utility>

#include "common/base/url.h"
#include "common/index/terms.h"
#include "searcher/meaning/query_tokens.h"

namespace kiosque::match {
namespace {

using Kind = query::Node::Kind;
using Query = Xapian::Query;
using Queries = std::vector<Query>;
using Tokens = std::vector<text::Token>;

std::string term(const text::Token& token, const Place& place) {
  std::string term(place.prefix);
  return term += place.stemmed ? token.stem : token.exact;
}

/// True if a posting list holds the articles with `token`: those of text have none for stop words.
bool is_posted(const text::Token& token, const Place& place) {
  return !token.stop_word || place.prefix != index::prefix::kStem;
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
    if (term(all[i], place) != term(token, place)) continue;
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

}  // namespace

Place place_of(const index::Field& field) {
  return {.prefix = field.prefix,
          .stemmed = field.prefix == index::prefix::kTitle,
          .positions = field.prefix != index::prefix::kUrlWord};
}

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
  bool any_place = tokens.size() == 1;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string name = term(tokens[i], place);
    if (is_posted(tokens[i], place)) {
      filters.push_back(name);
    } else {
      any_place = false;
    }
    PatternWord word{pattern.in_title ? index::stem_term(tokens[i]) : name};
    if (i < in_form.size() && in_form[i] && place.stemmed && index::has_forms(tokens[i])) {
      word.forms.push_back(index::form_code(tokens[i]));
      any_place = false;
    }
    pattern.words.push_back(std::move(word));
  }
  if (filters.empty()) filters.emplace_back();  // stop words alone: every article is looked at
  Query all(Query::OP_AND, filters.begin(), filters.end());
  if (any_place || !place.positions) return all;
  auto* source = new PositionalSource(std::move(pattern), std::move(filters));
  return Query(Query::OP_FILTER, Query(Query::OP_AND_NOT, all, except), Query(source->release()));
}

Query WordQueries::word(const query::Node& node, const Place& place) {
  if (const auto article = pasted_url(node)) return *article;
  const Tokens tokens = meaning::query_tokens(node.text, analyzer_, vocabulary_);
  looked_for_.remember_all(tokens, node.text, meaning::Term::Match::Stem);
  return side_by_side(tokens, place);
}

Query WordQueries::phrase(const std::string& text, const Place& place) {
  const Tokens tokens = meaning::query_tokens(text, analyzer_, vocabulary_);
  looked_for_.remember_all(tokens, text, meaning::Term::Match::Exact);
  return side_by_side(tokens, place, true);
}

std::optional<Query> WordQueries::absent(const query::Node& node) {
  const bool words =
      node.kind == Kind::Word || node.kind == Kind::Phrase || node.kind == Kind::Exact;
  if (!words) return std::nullopt;
  const Tokens tokens = meaning::query_tokens(node.text, analyzer_, vocabulary_);
  if (tokens.empty() || !std::ranges::all_of(tokens, &text::Token::stop_word)) return std::nullopt;
  WordPattern pattern = phrase_of(tokens.size());
  pattern.absent = true;
  for (const text::Token& token : tokens) pattern.words.push_back({index::stem_term(token)});
  return Query((new PositionalSource(std::move(pattern), {""}))->release());
}

Query WordQueries::near(const query::Node& node, const Place& place) {
  Tokens all;
  std::vector<bool> in_form;
  Queries phrases;
  for (const query::Node& child : node.children) {
    const Tokens tokens = meaning::query_tokens(child.text, analyzer_, vocabulary_);
    const bool exact = child.kind != Kind::Word;
    looked_for_.remember_all(tokens, child.text,
                             exact ? meaning::Term::Match::Exact : meaning::Term::Match::Stem);
    if (tokens.size() > 1) phrases.push_back(side_by_side(tokens, place, exact));
    for (const text::Token& token : tokens) add_to_near(token, exact, place, all, in_form);
  }
  Query query = standing(
      all, place, {.window = static_cast<std::uint32_t>(node.distance + all.size() - 1)}, in_form);
  if (phrases.empty()) return query;
  return Query(Query::OP_FILTER, query, combine(Query::OP_AND, phrases));
}

Query WordQueries::beginning(const std::string& text, const Place& place, Query::op op) {
  Tokens tokens = meaning::query_tokens(text, analyzer_, vocabulary_);
  if (tokens.empty()) return Query::MatchNothing;
  const text::Token last = tokens.back();
  tokens.pop_back();
  looked_for_.remember(last, text, meaning::Term::Match::Prefix);

  // Numbers are their own stem, and no form.
  const bool number = last.exact.front() >= '0' && last.exact.front() <= '9';
  Query query = place.stemmed && !number ? forms_beginning(last.exact, text, place, op)
                                         : terms_beginning(last.exact, text, place, op);
  if (tokens.empty()) return query;
  looked_for_.remember_all(tokens, text, meaning::Term::Match::Stem);
  return Query(Query::OP_AND, query, side_by_side(tokens, place));
}

Query WordQueries::terms_beginning(const std::string& letters, const std::string& text,
                                   const Place& place, Query::op op) {
  const auto expansion = vocabulary_.expand(std::string(place.prefix) + letters, kMaxExpansion);
  if (!expansion.complete) looked_for_.note(query::Note::Kind::TooManyExpansions, text + '*');
  if (expansion.terms.empty()) return Query::MatchNothing;
  Queries words;
  for (const std::string& word : expansion.terms) words.push_back(Query(word));
  return combine(op, words);
}

/// Where they stand is looked at only for words of which a form begins otherwise: the most frequent
/// words are in too many articles to look at each.
Query WordQueries::forms_beginning(const std::string& letters, const std::string& text,
                                   const Place& place, Query::op op) {
  const auto expansion = vocabulary_.expand_forms(letters, kMaxExpansion);
  if (!expansion.complete) looked_for_.note(query::Note::Kind::TooManyExpansions, text + '*');
  if (expansion.words.empty()) return Query::MatchNothing;
  Queries words;
  Queries in_form;
  bool any_form = true;
  for (const auto& [stem, forms, all_forms] : expansion.words) {
    const std::string filter = std::string(place.prefix) + stem;
    words.push_back(Query(filter));
    if (all_forms) {
      in_form.push_back(words.back());
      continue;
    }
    any_form = false;
    PatternWord word{std::string(index::prefix::kStem) + stem};
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

std::optional<Query> WordQueries::pasted_url(const query::Node& node) const {
  const bool url = node.text.starts_with("http://") || node.text.starts_with("https://");
  if (!url) return std::nullopt;
  const bool has_source = node.begin < node.end && node.end <= ast_.query.size();
  const auto address =
      canonical_url(has_source ? ast_.query.substr(node.begin, node.end - node.begin) : node.text);
  if (!address) return std::nullopt;
  const std::string term = index::unique_term(*address);
  if (vocabulary_.frequency(term) == 0) return std::nullopt;
  return Query(term);
}

}  // namespace kiosque::match
