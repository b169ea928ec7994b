#include "searcher/match/match.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "searcher/match/field_query.h"
#include "searcher/match/name_query.h"
#include "searcher/match/word_queries.h"

namespace kiosque::match {
namespace {

using Kind = query::Node::Kind;
using Query = Xapian::Query;
using Queries = std::vector<Query>;
using Tokens = std::vector<text::Token>;

Query unscored(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

/// The clauses of words side by side, by what they ask of an article.
struct Clauses {
  std::vector<Xapian::Query> optional;  ///< one is enough, if nothing is a must
  std::vector<Xapian::Query> must;      ///< and rank
  std::vector<Xapian::Query> filters;   ///< must hold, and do not rank
  std::vector<Xapian::Query> forbidden;
  std::vector<const query::Node*> fields;  ///< to be ranked or to filter: any() decides
  std::vector<text::Token> stop_words;     ///< of a query in which nothing ranks
};

/// One query of all clauses but `fields` and `stop_words`; without any, every article.
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

class Compiler {
 public:
  Compiler(const meaning::Meaning& meaning, const meaning::Vocabulary& vocabulary,
           double variant_weight)
      : meaning_(meaning),
        vocabulary_(vocabulary),
        variant_weight_(variant_weight),
        words_(meaning.leaves) {}

  Query run() { return scored(meaning_.ast.root); }

  AllWords all_words() {
    AllWords counted;
    Queries demanded;
    Queries forbidden;
    count(meaning_.ast.root, counted.words, demanded, forbidden);
    counted.one_is_enough = counted.words.size() > 1 || has_parts_;
    counted.demanded = demanded.empty() ? Query::MatchAll : combine(Query::OP_AND, demanded);
    if (!forbidden.empty()) {
      counted.demanded =
          Query(Query::OP_AND_NOT, counted.demanded, combine(Query::OP_OR, forbidden));
    }
    counted.all = counted.demanded;
    if (!counted.words.empty()) {
      const Query words = combine(Query::OP_AND, counted.words);
      const bool anything = demanded.empty() && forbidden.empty();
      counted.all = anything ? words : Query(Query::OP_FILTER, words, counted.demanded);
    }
    return counted;
  }

 private:
  /// What ranks, and what it needs.
  Query scored(const query::Node& node) {
    switch (node.kind) {
      case Kind::All:
        return Query::MatchAll;
      case Kind::Word:
        return scored_word(node);
      case Kind::Exact:
        return words_.phrase(node, {});
      case Kind::Prefix:
        return words_.beginning(node, {}, Query::OP_SYNONYM);
      case Kind::Phrase:
        return words_.phrase(node, {});
      case Kind::Near:
        return words_.near(node, {});
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
        return Query(Query::OP_AND_NOT, Query::MatchAll, filter(node.children.front(), {}));
      case Kind::Variants:
        return name_query(node, {scored(node.children.front()), variant_weight_}, meaning_.leaves,
                          vocabulary_);
    }
    return Query::MatchNothing;
  }

  /// What must hold and does not rank.
  Query filter(const query::Node& node, const Place& place) {
    Queries parts;
    const auto children = [&](Query::op op) {
      for (const query::Node& child : node.children) parts.push_back(filter(child, place));
      return combine(op, parts);
    };
    switch (node.kind) {
      case Kind::All:
        return Query::MatchAll;
      case Kind::Word:
        return words_.word(node, place);
      case Kind::Exact:
        return words_.phrase(node, place);
      case Kind::Prefix:
        return words_.beginning(node, place, Query::OP_OR);
      case Kind::Phrase:
        return words_.phrase(node, place);
      case Kind::Near:
        return words_.near(node, place);
      case Kind::Field:
        return field_filter(node);
      case Kind::Value:
        return unscored(value_query(node, vocabulary_));
      case Kind::Date:
        return date_query(node.range);
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

  void exclude(const query::Node& node, Clauses& clauses) {
    if (auto absent = words_.absent(node)) {
      clauses.filters.push_back(std::move(*absent));
    } else {
      clauses.forbidden.push_back(filter(node, {}));
    }
  }

  // What is counted --------------------------------------------------------------------------

  void count(const query::Node& node, Queries& words, Queries& demanded, Queries& forbidden) {
    if (node.kind != Kind::Any) {
      words.push_back(counted(node));
      return;
    }
    for (const query::Node& child : node.children) {
      switch (child.role) {
        case query::Role::Must:
          if (child.kind == Kind::Any) {
            count(child, words, demanded, forbidden);
          } else {
            demanded.push_back(filter(child, {}));
          }
          break;
        case query::Role::Filter:
          demanded.push_back(filter(child, {}));
          break;
        case query::Role::Not:
          if (auto absent = words_.absent(child)) {
            demanded.push_back(std::move(*absent));
          } else {
            forbidden.push_back(filter(child, {}));
          }
          break;
        case query::Role::Optional:
          if (!is_stop_words(child)) words.push_back(counted(child));
      }
    }
    if (!meaning_.only_stop_words) return;
    Clauses clauses;
    for (const query::Node& child : node.children) {
      if (child.role == query::Role::Optional && child.kind == Kind::Word) {
        add_words(child, clauses);
      }
    }
    look_for_stop_words(clauses);
    words.insert(words.end(), clauses.optional.begin(), clauses.optional.end());
  }

  bool is_stop_words(const query::Node& node) const {
    return node.kind == Kind::Word &&
           std::ranges::all_of(meaning_.leaves[node.leaf].tokens, &text::Token::stop_word);
  }

  /// One of the words: a name by any of its names.
  Query counted(const query::Node& node) {
    if (node.kind == Kind::Any) {
      Queries all;
      for (const query::Node& child : node.children) {
        if (!is_stop_words(child)) all.push_back(counted(child));
      }
      has_parts_ = has_parts_ || all.size() > 1;
      return all.empty() ? Query::MatchAll : combine(Query::OP_AND, all);
    }
    if (node.kind == Kind::Phrase && node.role == query::Role::Optional) {
      // A quotation that is preferred, not demanded.
      Queries all;
      for (const text::Token& token : meaning_.leaves[node.leaf].tokens) {
        if (!token.stop_word) all.push_back(WordQueries::any_place(token));
      }
      has_parts_ = has_parts_ || all.size() > 1;
      return all.empty() ? filter(node, {}) : combine(Query::OP_AND, all);
    }
    if (node.leaf != 0) {
      has_parts_ = has_parts_ || meaning_.leaves[node.leaf].tokens.size() > 1;
    }
    if (node.kind != Kind::Variants) return filter(node, {});
    Queries names;
    for (const query::Node& name : node.children) names.push_back(counted(name));
    return combine(Query::OP_OR, names);
  }

  // Words side by side -----------------------------------------------------------------------

  Query any(const query::Node& node) {
    Clauses clauses;
    for (const query::Node& child : node.children) add_clause(child, clauses);
    look_for_stop_words(clauses);
    if (clauses.must.empty() && clauses.optional.empty()) {
      // Nothing but fields and exclusions: what fields find is what there is to rank by.
      for (const query::Node* field : clauses.fields) clauses.must.push_back(scored(*field));
    } else {
      for (const query::Node* field : clauses.fields) clauses.filters.push_back(filter(*field, {}));
    }
    return join(clauses);
  }

  void add_clause(const query::Node& child, Clauses& clauses) {
    switch (child.role) {
      case query::Role::Must:
        clauses.must.push_back(demanded(child));
        break;
      case query::Role::Not:
        exclude(child, clauses);
        break;
      case query::Role::Filter:
        if (child.kind == Kind::Field) {
          clauses.fields.push_back(&child);
        } else {
          clauses.filters.push_back(filter(child, {}));
        }
        break;
      case query::Role::Optional:
        if (child.kind == Kind::Word || child.kind == Kind::Phrase) {
          add_words(child, clauses);
        } else {
          clauses.optional.push_back(scored(child));
        }
        break;
    }
  }

  /// The words of a clause, each a clause of its own.
  void add_words(const query::Node& node, Clauses& clauses) {
    if (const auto article = words_.pasted_url(node)) {
      clauses.optional.push_back(*article);
      return;
    }
    const meaning::Leaf& leaf = meaning_.leaves[node.leaf];
    for (const std::size_t i : leaf.ranked) {
      clauses.optional.push_back(WordQueries::any_place(leaf.tokens[i]));
    }
    if (!meaning_.only_stop_words) return;
    std::ranges::copy_if(leaf.tokens, std::back_inserter(clauses.stop_words),
                         &text::Token::stop_word);
  }

  /// Stop words must stand side by side, where nothing else is asked for.
  void look_for_stop_words(Clauses& clauses) {
    if (clauses.stop_words.empty() || !clauses.must.empty()) return;
    const Tokens& words = clauses.stop_words;
    clauses.optional.push_back(standing(words, {}, phrase_of(words.size())));
  }

  Query scored_word(const query::Node& node) {
    Clauses clauses;
    add_words(node, clauses);
    look_for_stop_words(clauses);
    if (clauses.optional.empty()) return Query::MatchNothing;
    return join(clauses);
  }

  /// A demanded clause: its words as a phrase, ranked.
  Query demanded(const query::Node& node) {
    return node.kind == Kind::Word ? words_.word(node, {}) : scored(node);
  }

  Query any_filter(const query::Node& node, const Place& place) {
    Clauses clauses;
    for (const query::Node& child : node.children) {
      Queries& kind = child.role == query::Role::Not        ? clauses.forbidden
                      : child.role == query::Role::Optional ? clauses.optional
                                                            : clauses.must;
      kind.push_back(filter(child, place));
    }
    return join(clauses);
  }

  // Operators --------------------------------------------------------------------------------

  Query all_of(const query::Node& node) {
    Clauses clauses;
    for (const query::Node& child : node.children) {
      if (child.kind == Kind::Not) {
        exclude(child.children.front(), clauses);
      } else if (child.kind == Kind::Value || child.kind == Kind::Date) {
        clauses.filters.push_back(filter(child, {}));
      } else {
        clauses.must.push_back(demanded(child));
      }
    }
    return join(clauses);
  }

  Query one_of(const query::Node& node) {
    Queries parts;
    for (const query::Node& child : node.children) parts.push_back(demanded(child));
    return combine(Query::OP_OR, parts);
  }

  // Fields -----------------------------------------------------------------------------------

  Query field_filter(const query::Node& node) {
    const index::Field* field = index::find_field(node.text);
    if (field == nullptr) return Query::MatchNothing;
    return filter(node.children.front(), meaning::place_of(*field));
  }

  /// Terms of fields have no weight of their own; words of the title rank as words of the text.
  Query scored_field(const query::Node& node) {
    const Query query = field_filter(node);
    const index::Field* field = index::find_field(node.text);
    const query::Node& words = node.children.front();
    const bool ranks = field != nullptr && field->prefix == index::prefix::kTitle &&
                       has_ranking_word(words, meaning_.leaves);
    return ranks ? Query(Query::OP_FILTER, scored(words), query) : unscored(query);
  }

  const meaning::Meaning& meaning_;
  const meaning::Vocabulary& vocabulary_;
  double variant_weight_;
  WordQueries words_;
  bool has_parts_ = false;  ///< one of the words that are counted is several where it ranks
};

}  // namespace

Query compile(const meaning::Meaning& meaning, const meaning::Vocabulary& vocabulary,
              double variant_weight) {
  return Compiler(meaning, vocabulary, variant_weight).run();
}

AllWords all_words(const meaning::Meaning& meaning, const meaning::Vocabulary& vocabulary) {
  return Compiler(meaning, vocabulary, 0).all_words();
}

}  // namespace kiosque::match
