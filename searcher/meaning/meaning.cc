#include "searcher/meaning/meaning.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/url.h"
#include "common/index/terms.h"
#include "searcher/meaning/expand_variants.h"
#include "searcher/meaning/suggest.h"

namespace kiosque::meaning {
namespace {

using Kind = query::Node::Kind;
using Match = Alternative::Match;
using Tokens = std::vector<text::Token>;

/// Finds the words that a query looks for, in the order in which match::compile() asks for them.
class Search {
 public:
  Search(Meaning& meaning, const Vocabulary& vocabulary)
      : meaning_(meaning), vocabulary_(vocabulary) {}

  void run() {
    meaning_.words.clear();
    meaning_.word_notes.clear();
    for (Leaf& leaf : meaning_.leaves) leaf.ranked.clear(), leaf.beginnings.clear();
    meaning_.only_stop_words = !has_ranking_word(meaning_.ast.root, meaning_.leaves);
    rank(meaning_.ast.root);
  }

 private:
  /// Words side by side.
  struct Side {
    std::vector<std::string> ranked_stems;  ///< a word typed twice counts once
    Tokens stop_words;                      ///< of a query in which nothing ranks
    bool ranks = false;                     ///< something does
  };

  Leaf& leaf_of(const query::Node& node) { return meaning_.leaves[node.leaf]; }

  /// What `node` looks for where it ranks.
  void rank(const query::Node& node) {
    switch (node.kind) {
      case Kind::Word: {
        Side side;
        rank_words(node, side);
        look_for_stop_words(side);
        break;
      }
      case Kind::Field:
        return rank_field(node);
      case Kind::Any:
        return rank_any(node);
      case Kind::And:
        for (const query::Node& child : node.children) {
          if (child.kind == Kind::Not) {
            exclude(child.children.front());
          } else {
            demand(child);
          }
        }
        break;
      case Kind::Or:
        for (const query::Node& child : node.children) demand(child);
        break;
      case Kind::Not:
        return exclude(node.children.front());
      case Kind::Variants:
        rank(node.children.front());
        return look_for_other_names(node);
      default:
        filter(node, {});
    }
  }

  /// What it looks for where it is needed, and does not rank.
  void filter(const query::Node& node, const Place& place) {
    switch (node.kind) {
      case Kind::Word:
        if (leaf_of(node).article.empty()) look_for(node, Match::Stem);
        break;
      case Kind::Exact:
      case Kind::Phrase:
        return look_for(node, Match::Exact);
      case Kind::Prefix:
        return look_for_beginning(node, place);
      case Kind::Near:
        for (const query::Node& child : node.children) {
          look_for(child, child.kind == Kind::Word ? Match::Stem : Match::Exact);
        }
        break;
      case Kind::Field:
        return filter_field(node);
      case Kind::Value:
        break;
      default:
        for (const query::Node& child : node.children) filter(child, place);
    }
  }

  /// Nothing of what is excluded is marked or said to be found.
  void exclude(const query::Node& node) {
    const std::size_t kept = meaning_.words.size();
    filter(node, {});
    meaning_.words.resize(kept);
  }

  void demand(const query::Node& node) {
    if (node.kind == Kind::Word) {
      filter(node, {});
    } else {
      rank(node);
    }
  }

  void rank_any(const query::Node& node) {
    Side side;
    bool demands = false;
    std::vector<const query::Node*> fields;
    for (const query::Node& child : node.children) {
      switch (child.role) {
        case query::Role::Must:
          demand(child);
          demands = true;
          break;
        case query::Role::Not:
          exclude(child);
          break;
        case query::Role::Filter:
          if (child.kind == Kind::Field) {
            fields.push_back(&child);
          } else {
            filter(child, {});
          }
          break;
        case query::Role::Optional:
          if (child.kind == Kind::Word || child.kind == Kind::Phrase) {
            rank_words(child, side);
          } else {
            rank(child);
            side.ranks = true;
          }
          break;
      }
    }
    if (!demands) look_for_stop_words(side);
    for (const query::Node* field : fields) {
      // Nothing but fields and exclusions: what fields find is what there is to rank by.
      if (demands || side.ranks) {
        filter(*field, {});
      } else {
        rank(*field);
      }
    }
  }

  /// The words of a leaf, each by itself.
  void rank_words(const query::Node& node, Side& side) {
    Leaf& leaf = leaf_of(node);
    if (!leaf.article.empty()) {
      side.ranks = true;
      return;
    }
    for (std::size_t i = 0; i < leaf.tokens.size(); ++i) {
      const text::Token& token = leaf.tokens[i];
      if (token.stop_word) {
        if (meaning_.only_stop_words) side.stop_words.push_back(token);
        continue;
      }
      if (std::ranges::find(side.ranked_stems, token.stem) != side.ranked_stems.end()) continue;
      if (ranked_ == kMaxRankedTerms) {
        note(query::Note::Kind::TooLong, {});
        return;
      }
      ++ranked_;
      side.ranked_stems.push_back(token.stem);
      side.ranks = true;
      leaf.ranked.push_back(i);
      look_for(token, node.text, Match::Stem);
    }
  }

  void look_for_stop_words(Side& side) {
    if (side.stop_words.empty()) return;
    for (const text::Token& word : side.stop_words) look_for(word, word.exact, Match::Stem);
    note(query::Note::Kind::OnlyStopWords, {});
    side.ranks = true;
  }

  void filter_field(const query::Node& node) {
    const index::Field* field = index::find_field(node.text);
    if (field != nullptr) filter(node.children.front(), place_of(*field));
  }

  /// Words of the title rank as words of the text.
  void rank_field(const query::Node& node) {
    filter_field(node);
    const index::Field* field = index::find_field(node.text);
    const query::Node& words = node.children.front();
    const bool ranks = field != nullptr && field->prefix == index::prefix::kTitle &&
                       has_ranking_word(words, meaning_.leaves);
    if (ranks) rank(words);
  }

  void look_for_beginning(const query::Node& node, const Place& place) {
    Leaf& leaf = leaf_of(node);
    if (leaf.tokens.empty()) return;
    const text::Token& last = leaf.tokens.back();
    look_for(last, node.text, Match::Prefix);
    // Numbers are their own stem, and no form.
    const bool number = is_digit(last.exact.front());
    Beginning beginning{.place = place.prefix};
    bool complete = true;
    if (place.stemmed && !number) {
      auto expansion = vocabulary_.expand_forms(last.exact, kMaxExpansion);
      beginning.words = std::move(expansion.words);
      complete = expansion.complete;
    } else {
      auto expansion = vocabulary_.expand(std::string(place.prefix) + last.exact, kMaxExpansion);
      beginning.terms = std::move(expansion.terms);
      complete = expansion.complete;
    }
    leaf.beginnings.push_back(std::move(beginning));
    if (!complete) note(query::Note::Kind::TooManyExpansions, node.text + '*');
    for (std::size_t i = 0; i + 1 < leaf.tokens.size(); ++i) {
      look_for(leaf.tokens[i], node.text, Match::Stem);
    }
  }

  /// Other names stand for the last word that was typed of theirs.
  void look_for_other_names(const query::Node& node) {
    const query::Node& typed = node.children.front();
    const std::string& word = typed.children.empty() ? typed.text : typed.children.back().text;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      for (const text::Token& token : leaf_of(node.children[i]).tokens) {
        look_for(token, word, Match::Stem, i);
      }
    }
  }

  void look_for(const query::Node& node, Match match) {
    for (const text::Token& token : leaf_of(node).tokens) look_for(token, node.text, match);
  }

  /// A token of `typed`, once for each way to match.
  void look_for(const text::Token& token, const std::string& typed, Match match,
                std::size_t name = 0) {
    for (const Word& word : meaning_.words) {
      for (const Alternative& known : word.alternatives) {
        if (known.exact == token.exact && known.match == match) return;
      }
    }
    Words& words = meaning_.words;
    if (name == 0 || words.empty() || words.back().typed != typed) words.push_back({typed, {}});
    const auto add = [&](const std::string& stem) {
      words.back().alternatives.push_back({.exact = token.exact,
                                           .stem = stem,
                                           .match = match,
                                           .stop_word = token.stop_word,
                                           .name = name,
                                           .idf = idf_of(token, stem)});
    };
    add(token.stem);
    if (!token.also.empty()) add(token.also);
  }

  /// How rare a reading of `token` is.
  double idf_of(const text::Token& token, const std::string& stem) const {
    const auto all = static_cast<double>(vocabulary_.articles());
    // A stop word has no posting list, and tells no article from another.
    const auto having =
        token.stop_word ? all : static_cast<double>(vocabulary_.frequency(index::stem_term(stem)));
    return std::log(1 + (all - having + .5) / (having + .5));
  }

  /// Says something once.
  void note(query::Note::Kind kind, std::string subject) {
    auto& notes = meaning_.word_notes;
    const bool said = std::ranges::any_of(notes, [&](const query::Note& known) {
      return known.kind == kind && known.subject == subject;
    });
    if (!said) notes.push_back({kind, std::move(subject)});
  }

  Meaning& meaning_;
  const Vocabulary& vocabulary_;
  std::size_t ranked_ = 0;
};

/// The term of the article whose address `node` is, if the index holds it.
std::string pasted_article(const query::Node& node, const std::string& query,
                           const Vocabulary& vocabulary) {
  const bool url = node.text.starts_with("http://") || node.text.starts_with("https://");
  if ((node.kind != Kind::Word && node.kind != Kind::Phrase) || !url) return {};
  const bool has_source = node.begin < node.end && node.end <= query.size();
  const auto address =
      canonical_url(has_source ? query.substr(node.begin, node.end - node.begin) : node.text);
  if (!address) return {};
  std::string term = index::unique_term(*address);
  return vocabulary.frequency(term) == 0 ? std::string() : term;
}

}  // namespace

Place place_of(const index::Field& field) {
  return {.prefix = field.prefix,
          .stemmed = field.prefix == index::prefix::kTitle,
          .positions = field.prefix != index::prefix::kUrlWord};
}

Meaning understand(Analysed query, const Vocabulary& vocabulary) {
  for_each_leaf(query.ast.root, [&](const query::Node& node) {
    Leaf& leaf = query.leaves[node.leaf];
    take_stems_of_index(leaf.tokens, node.text, vocabulary);
    leaf.article = pasted_article(node, query.ast.query, vocabulary);
  });
  take_stems_of_index(query.typed, query.ast.query, vocabulary);
  Meaning meaning{.ast = std::move(query.ast),
                  .leaves = std::move(query.leaves),
                  .words = {},
                  .typed = std::move(query.typed)};
  Search(meaning, vocabulary).run();
  return meaning;
}

Meaning understand(Analysed query, const Index& index, text::Analyzer& analyzer,
                   const Options& options) {
  std::vector<query::Note> names;
  if (options.expand_names) {
    names = expand_variants(query, index.variants, index.database, index.forms, analyzer);
  }
  SpellingAdvice spelling =
      check_spelling(query, index.database, index.forms, analyzer,
                     options.correct_spelling ? Spelling::Correct : Spelling::Suggest);
  Meaning meaning = understand(std::move(query), IndexVocabulary(index.database, index.forms));
  meaning.notes = std::move(spelling.notes);
  meaning.notes.insert(meaning.notes.end(), names.begin(), names.end());
  meaning.suggestion = std::move(spelling.suggestion);
  return meaning;
}

bool relax_phrases(Meaning& meaning, const Vocabulary& vocabulary) {
  bool relaxed = false;
  query::Ast& ast = meaning.ast;
  for (query::Node& clause : ast.root.children) {
    if (clause.kind != Kind::Phrase || clause.role != query::Role::Must) continue;
    const bool explicit_plus = clause.begin > 0 && ast.query[clause.begin - 1] == '+';
    if (explicit_plus) continue;
    clause.role = query::Role::Optional;
    ast.notes.push_back({query::Note::Kind::OptionalPhrase, clause.text});
    relaxed = true;
  }
  if (relaxed) Search(meaning, vocabulary).run();
  return relaxed;
}

bool has_ranking_word(const query::Node& node, const std::vector<Leaf>& leaves) {
  if (node.role == query::Role::Not || node.kind == Kind::Not) return false;
  if (node.kind == Kind::Prefix || node.kind == Kind::Field) return true;
  if (node.leaf != 0) {
    return !std::ranges::all_of(leaves[node.leaf].tokens, &text::Token::stop_word);
  }
  return node.kind != Kind::Value &&
         std::ranges::any_of(node.children, [&](const query::Node& child) {
           return has_ranking_word(child, leaves);
         });
}

}  // namespace kiosque::meaning
