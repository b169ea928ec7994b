#include "searcher/query/compile.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/base/url.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "searcher/query/field_value.h"
#include "searcher/query/positional_source.h"

namespace kiosque {
namespace {

using Kind = Node::Kind;
using Query = Xapian::Query;
using Queries = std::vector<Query>;
using Tokens = std::vector<Token>;

/// Articles in which the words of another name are looked for where they stand: some 3 us each.
constexpr std::size_t kMostLookedAt = 10'000;

Query combine(Query::op op, const Queries& parts) {
  if (parts.size() == 1) return parts.front();
  return Query(op, parts.begin(), parts.end());
}

Query unscored(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

/// Where words are sought.
struct Place {
  std::string_view prefix = prefix::kStem;
  bool stemmed = true;
  bool positions = true;
};

Place place_of(const Field& field) {
  return {.prefix = field.prefix,
          .stemmed = field.prefix == prefix::kTitle,
          .positions = field.prefix != prefix::kUrlWord};
}

class Compiler {
 public:
  Compiler(const Ast& ast, Analyzer& analyzer, const Vocabulary& vocabulary,
           const RankWeights& weights)
      : ast_(ast), analyzer_(analyzer), vocabulary_(vocabulary), weights_(weights) {}

  CompiledQuery run() {
    keep_stop_words_ = !has_ranking_word(ast_.root);
    result_.query = scored(ast_.root);
    if (used_stop_words_) result_.notes.push_back({Note::Kind::OnlyStopWords});
    return std::move(result_);
  }

 private:
  /// True if something in the query ranks that is no stop word.
  bool has_ranking_word(const Node& node) {
    if (node.role == Role::Not || node.kind == Kind::Not) return false;
    if (node.kind == Kind::Prefix || node.kind == Kind::Field) return true;
    const bool word =
        node.kind == Kind::Word || node.kind == Kind::Phrase || node.kind == Kind::Exact;
    if (word) {
      const Tokens tokens = analyzer_.analyze(node.text);
      return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return !t.stop_word; });
    }
    return node.kind != Kind::Value &&
           std::any_of(node.children.begin(), node.children.end(),
                       [&](const Node& c) { return has_ranking_word(c); });
  }

  /// What ranks, and what it needs.
  Query scored(const Node& node) {
    switch (node.kind) {
      case Kind::All:
        return Query::MatchAll;
      case Kind::Word:
        return scored_word(node);
      case Kind::Exact:
        return exact_form(node.text, {});
      case Kind::Prefix:
        return prefix_words(node.text, {}, Query::OP_SYNONYM);
      case Kind::Phrase:
        return phrase(node.text, {});
      case Kind::Near:
        return near(node, {});
      case Kind::Field:
        return scored_field(node);
      case Kind::Value:
      case Kind::Date:
        return filter(node, {});
      case Kind::Any:
        return any(node);
      case Kind::And:
        return all_of(node);
      case Kind::Or:
        return one_of(node);
      case Kind::Not:
        return Query(Query::OP_AND_NOT, Query::MatchAll, excluded(node.children.front()));
      case Kind::Variants:
        return variants(node);
    }
    return Query::MatchNothing;
  }

  /// What must hold and does not rank.
  Query filter(const Node& node, const Place& place) {
    Queries parts;
    const auto children = [&](Query::op op) {
      for (const Node& child : node.children) parts.push_back(filter(child, place));
      return combine(op, parts);
    };
    switch (node.kind) {
      case Kind::All:
        return Query::MatchAll;
      case Kind::Word:
        return strict_word(node, place);
      case Kind::Exact:
        return exact_form(node.text, place);
      case Kind::Prefix:
        return prefix_words(node.text, place, Query::OP_OR);
      case Kind::Phrase:
        return phrase(node.text, place);
      case Kind::Near:
        return near(node, place);
      case Kind::Field:
        return field_filter(node);
      case Kind::Value:
        return unscored(value(node));
      case Kind::Date:
        return date(node.range);
      case Kind::Any:
        return any_filter(node, place);
      case Kind::And:
        return children(Query::OP_AND);
      case Kind::Or:
      case Kind::Variants:
        return children(Query::OP_OR);
      case Kind::Not:
        return Query(Query::OP_AND_NOT, Query::MatchAll, filter(node.children.front(), place));
    }
    return Query::MatchNothing;
  }

  /// A filter whose words are not looked for: nothing of it is marked or said to be found.
  Query excluded(const Node& node) {
    QueryTerms kept = result_.terms;
    Query query = filter(node, {});
    result_.terms = std::move(kept);
    return query;
  }

  // Words side by side -----------------------------------------------------------------------

  struct Clauses {
    Queries optional, must, filters, forbidden, bonus;
    std::vector<const Node*> fields;
    std::vector<std::string> ranked_stems;  ///< of `optional`: a word typed twice counts once
  };

  Query any(const Node& node) {
    Clauses clauses;
    for (const Node& child : node.children) add_clause(child, clauses);
    if (clauses.must.empty() && clauses.optional.empty()) {
      // Nothing but fields and exclusions: what fields find is what there is to rank by.
      for (const Node* field : clauses.fields) clauses.must.push_back(scored(*field));
    } else {
      for (const Node* field : clauses.fields) clauses.filters.push_back(filter(*field, {}));
    }
    return join(clauses);
  }

  void add_clause(const Node& child, Clauses& clauses) {
    switch (child.role) {
      case Role::Must:
        clauses.must.push_back(demanded(child));
        break;
      case Role::Not:
        clauses.forbidden.push_back(excluded(child));
        break;
      case Role::Filter:
        if (child.kind == Kind::Field) {
          clauses.fields.push_back(&child);
        } else {
          clauses.filters.push_back(filter(child, {}));
        }
        break;
      case Role::Optional:
        if (child.kind == Kind::Word || child.kind == Kind::Phrase) {
          add_words(child, clauses);
        } else {
          clauses.optional.push_back(scored(child));
        }
        break;
    }
  }

  static Query join(const Clauses& clauses) {
    Query query = Query::MatchAll;
    if (!clauses.must.empty()) {
      query = combine(Query::OP_AND, clauses.must);
      if (!clauses.optional.empty()) {
        query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, clauses.optional));
      }
    } else if (!clauses.optional.empty()) {
      query = combine(Query::OP_OR, clauses.optional);
    }
    if (!clauses.bonus.empty()) {
      query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, clauses.bonus));
    }
    if (!clauses.filters.empty()) {
      query = Query(Query::OP_FILTER, query, combine(Query::OP_AND, clauses.filters));
    }
    if (!clauses.forbidden.empty()) {
      query = Query(Query::OP_AND_NOT, query, combine(Query::OP_OR, clauses.forbidden));
    }
    return query;
  }

  /// The words of a clause, each a clause of its own. A form implies its stem, so that forms never
  /// add an article: they are looked up only in those found.
  void add_words(const Node& node, Clauses& clauses) {
    if (const auto article = pasted_url(node)) {
      clauses.optional.push_back(*article);
      return;
    }
    for (const Token& token : analyzer_.analyze(node.text)) {
      if (!ranks(token)) continue;
      const bool known = std::find(clauses.ranked_stems.begin(), clauses.ranked_stems.end(),
                                   token.stem) != clauses.ranked_stems.end();
      if (known) continue;
      if (ranked_ == kMaxRankedTerms) {
        note(Note::Kind::TooLong, {});
        return;
      }
      ++ranked_;
      clauses.ranked_stems.push_back(token.stem);
      remember(token, node.text, QueryTerm::Match::Stem);
      clauses.optional.push_back(Query(stem_term(token)));
      add_form(token, clauses.bonus);
    }
  }

  void add_form(const Token& token, Queries& bonus) const {
    if (weights_.exact <= 0 || !has_exact_term(token)) return;
    bonus.push_back(Query(Query::OP_SCALE_WEIGHT, Query(exact_term(token)), weights_.exact));
  }

  bool ranks(const Token& token) {
    if (!token.stop_word) return true;
    used_stop_words_ = used_stop_words_ || keep_stop_words_;
    return keep_stop_words_;
  }

  Query scored_word(const Node& node) {
    Clauses clauses;
    add_words(node, clauses);
    if (clauses.optional.empty()) return Query::MatchNothing;
    return join(clauses);
  }

  /// A demanded clause: its words as a phrase, ranked.
  Query demanded(const Node& node) {
    if (node.kind != Kind::Word) return scored(node);
    Clauses clauses;
    clauses.must.push_back(strict_word(node, {}));
    for (const Token& token : analyzer_.analyze(node.text)) add_form(token, clauses.bonus);
    return join(clauses);
  }

  Query any_filter(const Node& node, const Place& place) {
    Clauses clauses;
    for (const Node& child : node.children) {
      Queries& kind = child.role == Role::Not        ? clauses.forbidden
                      : child.role == Role::Optional ? clauses.optional
                                                     : clauses.must;
      kind.push_back(filter(child, place));
    }
    return join(clauses);
  }

  // Operators --------------------------------------------------------------------------------

  Query all_of(const Node& node) {
    Clauses clauses;
    for (const Node& child : node.children) {
      if (child.kind == Kind::Not) {
        clauses.forbidden.push_back(excluded(child.children.front()));
      } else if (child.kind == Kind::Value || child.kind == Kind::Date) {
        clauses.filters.push_back(filter(child, {}));
      } else {
        clauses.must.push_back(demanded(child));
      }
    }
    return join(clauses);
  }

  Query one_of(const Node& node) {
    Queries parts;
    for (const Node& child : node.children) parts.push_back(demanded(child));
    return combine(Query::OP_OR, parts);
  }

  /// A name and its other names count as one word, as common as all of them together; what was
  /// typed counts by itself besides.
  Query variants(const Node& node) {
    const Node& typed = node.children.front();
    const Query as_typed = scored(typed);
    const std::size_t first_other = result_.terms.size();
    // Xapian cannot count a filter among synonyms: the rarest word of a name counts for it, in
    // articles that hold one of the names as it is written.
    Names names;
    add_name(names, words_of(typed));
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const std::size_t first = result_.terms.size();
      const Tokens name = analyzer_.analyze(node.children[i].text);
      remember_all(name, node.children[i].text, QueryTerm::Match::Stem);
      add_name(names, name);
      for (std::size_t term = first; term < result_.terms.size(); ++term) {
        result_.terms[term].variant = i;
      }
    }
    const Node& last_typed = typed.children.empty() ? typed : typed.children.back();
    for (std::size_t i = first_other; i < result_.terms.size(); ++i) {
      result_.terms[i].word = last_typed.text;
    }
    if (names.counted.size() == 1) return as_typed;
    const double share = std::min(weights_.variant, 1.0);
    return Query(Query::OP_OR, Query(Query::OP_SCALE_WEIGHT, as_typed, 1 - share),
                 Query(Query::OP_FILTER,
                       Query(Query::OP_SCALE_WEIGHT, combine(Query::OP_SYNONYM, names.counted),
                             weights_.variant),
                       any_of(names)));
  }

  struct Names {
    Queries counted;             ///< a term each
    Queries words;               ///< those of one word
    std::vector<Tokens> longer;  ///< those of several
  };

  void add_name(Names& names, const Tokens& tokens) const {
    names.counted.push_back(rarest(tokens));
    if (tokens.size() == 1) {
      names.words.push_back(Query(stem_term(tokens.front())));
    } else {
      names.longer.push_back(tokens);
    }
  }

  /// Articles with a name of one word need no look at where the words of longer ones stand. Nor do
  /// those of a name whose words are all frequent: there are too many, and nearly all have it.
  Query any_of(const Names& names) const {
    const Query words(Query::OP_OR, names.words.begin(), names.words.end());
    Queries all = names.words;
    for (const Tokens& name : names.longer) {
      const WordPattern phrase{.window = static_cast<std::uint32_t>(name.size()), .in_order = true};
      const bool frequent = std::all_of(name.begin(), name.end(), [&](const Token& token) {
        return vocabulary_.frequency(stem_term(token)) > kMostLookedAt;
      });
      all.push_back(standing(name, {.positions = !frequent}, phrase, words));
    }
    return combine(Query::OP_OR, all);
  }

  Tokens words_of(const Node& name) {
    std::string text = name.text;
    for (const Node& word : name.children) text += (text.empty() ? "" : " ") + word.text;
    return analyzer_.analyze(text);
  }

  Query rarest(const Tokens& tokens) const {
    std::string best;
    std::size_t lowest = 0;
    for (const Token& token : tokens) {
      const std::string term = stem_term(token);
      const std::size_t frequency = vocabulary_.frequency(term);
      if (best.empty() || frequency < lowest) best = term, lowest = frequency;
    }
    return best.empty() ? Query::MatchNothing : Query(best);
  }

  // Words ------------------------------------------------------------------------------------

  static std::string term(const Token& token, const Place& place) {
    std::string term(place.prefix);
    return term += place.stemmed ? token.stem : token.exact;
  }

  /// All of `tokens`, standing as in `pattern` where their positions are known.
  static Query standing(const Tokens& tokens, const Place& place, WordPattern pattern,
                        const Query& except = Query::MatchNothing) {
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

  Query side_by_side(const Tokens& tokens, const Place& place) {
    return standing(tokens, place,
                    {.window = static_cast<std::uint32_t>(tokens.size()), .in_order = true});
  }

  Query strict_word(const Node& node, const Place& place) {
    if (const auto article = pasted_url(node)) return *article;
    const Tokens tokens = analyzer_.analyze(node.text);
    remember_all(tokens, node.text, QueryTerm::Match::Stem);
    return side_by_side(tokens, place);
  }

  /// Those of `found` that hold every word of `tokens` in the very form.
  static Query in_form(const Query& found, const Tokens& tokens, const Place& place) {
    if (!place.stemmed) return found;
    Queries forms;
    for (const Token& token : tokens) {
      if (has_exact_term(token)) forms.push_back(Query(exact_term(token)));
    }
    if (forms.empty()) return found;
    return Query(Query::OP_FILTER, found, combine(Query::OP_AND, forms));
  }

  Query exact_form(const std::string& text, const Place& place) { return phrase(text, place); }

  Query phrase(const std::string& text, const Place& place) {
    const Tokens tokens = analyzer_.analyze(text);
    remember_all(tokens, text, QueryTerm::Match::Exact);
    return in_form(side_by_side(tokens, place), tokens, place);
  }

  Query near(const Node& node, const Place& place) {
    Tokens all;
    Tokens exact;
    Queries phrases;
    for (const Node& child : node.children) {
      const Tokens tokens = analyzer_.analyze(child.text);
      const bool in_this_form = child.kind != Kind::Word;
      remember_all(tokens, child.text,
                   in_this_form ? QueryTerm::Match::Exact : QueryTerm::Match::Stem);
      if (tokens.size() > 1) phrases.push_back(side_by_side(tokens, place));
      if (in_this_form) exact.insert(exact.end(), tokens.begin(), tokens.end());
      for (const Token& token : tokens) {
        const bool twice = std::any_of(all.begin(), all.end(),
                                       [&](const Token& t) { return t.stem == token.stem; });
        if (!twice) all.push_back(token);
      }
    }
    Query query = standing(all, place,
                           {.window = static_cast<std::uint32_t>(node.distance + all.size() - 1)});
    if (!phrases.empty()) {
      query = Query(Query::OP_FILTER, query, combine(Query::OP_AND, phrases));
    }
    return in_form(query, exact, place);
  }

  /// Terms that begin with the last token of `text`; those before it are needed as they are.
  Query prefix_words(const std::string& text, const Place& place, Query::op op) {
    Tokens tokens = analyzer_.analyze(text);
    if (tokens.empty()) return Query::MatchNothing;
    const Token last = tokens.back();
    tokens.pop_back();
    remember(last, text, QueryTerm::Match::Prefix);

    // Numbers have no exact term: their stem is the number.
    const bool number =
        !last.exact.empty() && last.exact.front() >= '0' && last.exact.front() <= '9';
    std::string begin(place.prefix == prefix::kStem && !number ? prefix::kExact : place.prefix);
    begin += last.exact;
    const auto expansion = vocabulary_.expand(begin, kMaxExpansion);
    if (!expansion.complete) note(Note::Kind::TooManyExpansions, text + '*');
    if (expansion.terms.empty()) return Query::MatchNothing;

    Queries words;
    for (const std::string& word : expansion.terms) words.push_back(Query(word));
    const Query query = combine(op, words);
    if (tokens.empty()) return query;
    remember_all(tokens, text, QueryTerm::Match::Stem);
    return Query(Query::OP_AND, query, side_by_side(tokens, place));
  }

  // Fields -----------------------------------------------------------------------------------

  Query field_filter(const Node& node) {
    const Field* field = find_field(node.text);
    if (field == nullptr) return Query::MatchNothing;
    return filter(node.children.front(), place_of(*field));
  }

  /// Terms of fields have no weight of their own; words of the title rank as words of the text.
  Query scored_field(const Node& node) {
    const Query query = field_filter(node);
    const Field* field = find_field(node.text);
    if (field == nullptr || field->prefix != prefix::kTitle) return unscored(query);
    return Query(Query::OP_FILTER, scored(node.children.front()), query);
  }

  Query value(const Node& node) {
    const Field* field = find_field(node.text);
    if (field == nullptr) return Query::MatchNothing;
    Queries terms;
    for (const std::string& term : value_terms(*field, node.children.front().text, vocabulary_)) {
      terms.push_back(Query(term));
    }
    return terms.empty() ? Query::MatchNothing : combine(Query::OP_OR, terms);
  }

  static Query date(const TimeRange& range) {
    constexpr std::chrono::sys_seconds kLongAgo =
        std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
    const std::string from = encode_time(range.from.value_or(kLongAgo));
    if (!range.to) return Query(Query::OP_VALUE_GE, slot::kPublished, from);
    const std::string last = encode_time(*range.to - std::chrono::seconds{1});
    return Query(Query::OP_VALUE_RANGE, slot::kPublished, from, last);
  }

  /// The article whose address was pasted, if the index holds it.
  std::optional<Query> pasted_url(const Node& node) const {
    const bool url = node.text.starts_with("http://") || node.text.starts_with("https://");
    if (!url) return std::nullopt;
    const bool has_source = node.begin < node.end && node.end <= ast_.query.size();
    const auto address = canonical_url(
        has_source ? ast_.query.substr(node.begin, node.end - node.begin) : node.text);
    if (!address) return std::nullopt;
    const std::string term = unique_term(*address);
    if (vocabulary_.frequency(term) == 0) return std::nullopt;
    return Query(term);
  }

  // What was looked for ----------------------------------------------------------------------

  void remember_all(const Tokens& tokens, const std::string& word, QueryTerm::Match match) {
    for (const Token& token : tokens) remember(token, word, match);
  }

  void remember(const Token& token, const std::string& word, QueryTerm::Match match) {
    const bool known = std::any_of(
        result_.terms.begin(), result_.terms.end(),
        [&](const QueryTerm& term) { return term.exact == token.exact && term.match == match; });
    if (known) return;
    const std::string stem =
        match == QueryTerm::Match::Exact ? exact_term(token) : stem_term(token);
    const auto all = static_cast<double>(vocabulary_.articles());
    const auto having = static_cast<double>(vocabulary_.frequency(stem));
    result_.terms.push_back({.word = word,
                             .exact = token.exact,
                             .stem = token.stem,
                             .match = match,
                             .stop_word = token.stop_word,
                             .idf = std::log(1 + (all - having + .5) / (having + .5))});
  }

  void note(Note::Kind kind, std::string subject) {
    const bool said = std::any_of(result_.notes.begin(), result_.notes.end(), [&](const Note& n) {
      return n.kind == kind && n.subject == subject;
    });
    if (!said) result_.notes.push_back({kind, std::move(subject)});
  }

  const Ast& ast_;
  Analyzer& analyzer_;
  const Vocabulary& vocabulary_;
  const RankWeights& weights_;
  CompiledQuery result_;
  std::size_t ranked_ = 0;
  bool keep_stop_words_ = false;
  bool used_stop_words_ = false;
};

}  // namespace

CompiledQuery compile(const Ast& ast, Analyzer& analyzer, const Vocabulary& vocabulary,
                      const RankWeights& weights) {
  return Compiler(ast, analyzer, vocabulary, weights).run();
}

}  // namespace kiosque
