#include "searcher/meaning/expand_variants.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "common/index/terms.h"
#include "searcher/meaning/acronyms.h"
#include "searcher/meaning/name_spellings.h"

namespace kiosque::meaning {
namespace {

using Kind = query::Node::Kind;

/// Words of a full name, and how many runs of words of one query are looked up as such: each costs
/// a look into the vocabulary of every shard.
constexpr std::size_t kLongestFullName = 10;
constexpr std::size_t kMostFullNames = 50;

class Expansion {
 public:
  Expansion(Analysed& query, const text::Variants& variants, const Xapian::Database& database,
            const index::WordForms& forms, text::Analyzer& analyzer)
      : leaves_(query.leaves),
        variants_(variants),
        database_(database),
        forms_(forms),
        analyzer_(analyzer),
        acronyms_(database, analyzer) {}

  void expand(query::Node& node) {
    if (node.role == query::Role::Not || node.kind == Kind::Not || node.kind == Kind::Field) return;
    if (node.kind == Kind::Word) {
      std::vector<query::Node> alone{std::move(node)};
      expand_sequence(alone);
      node = std::move(alone.front());
      return;
    }
    if (node.kind == Kind::Any) {
      expand_sequence(node.children);
    }
    for (query::Node& child : node.children) {
      if (child.kind != Kind::Word && child.kind != Kind::Variants) expand(child);
      if (child.kind == Kind::Word && node.kind != Kind::Any && node.kind != Kind::Near) {
        expand(child);
      }
    }
  }

  std::vector<query::Note> notes() { return std::move(notes_); }

 private:
  /// Replaces names among words side by side: each by itself and its alternatives.
  void expand_sequence(std::vector<query::Node>& nodes) {
    for (std::size_t first = 0; first < nodes.size(); ++first) {
      if (nodes[first].kind != Kind::Word || nodes[first].role == query::Role::Not) continue;
      Name name = name_at(nodes, first);
      if (name.nodes > 0) replace(nodes, first, name.nodes, name.others);
    }
  }

  /// Another name, analysed.
  struct OtherName {
    std::string text;
    std::vector<text::Token> tokens;
  };

  /// A name among nodes side by side.
  struct Name {
    std::size_t nodes = 0;  ///< how many it is; 0: none
    std::vector<OtherName> others;
  };

  /// The words of the nodes from `first` on that may be one name.
  struct Words {
    std::vector<text::Token> tokens;
    std::vector<std::size_t> until;  ///< of each node: how many tokens it and those before have
  };

  Words words_from(const std::vector<query::Node>& nodes, std::size_t first) {
    Words words;
    for (std::size_t i = first; i < nodes.size(); ++i) {
      const bool joins = nodes[i].kind == Kind::Word && nodes[i].role == nodes[first].role &&
                         (i == first || nodes[i].role == query::Role::Optional);
      if (!joins) break;
      const auto& tokens = leaves_[nodes[i].leaf].tokens;
      words.tokens.insert(words.tokens.end(), tokens.begin(), tokens.end());
      words.until.push_back(words.tokens.size());
    }
    return words;
  }

  /// The name that begins at node `first`: one of the table, else one that articles explain, else
  /// one that they spell in another way.
  Name name_at(const std::vector<query::Node>& nodes, std::size_t first) {
    const Words words = words_from(nodes, first);
    if (Name name = name_of_table(words); name.nodes > 0) return name;
    if (Name name = acronym(words, nodes[first].text); name.nodes > 0) return name;
    if (Name name = full_name(words); name.nodes > 0) return name;
    return spelled_otherwise(words);
  }

  Name name_of_table(const Words& words) {
    std::vector<std::string> exact;
    for (const text::Token& token : words.tokens) exact.push_back(token.exact);
    auto match = variants_.match(exact);
    const auto end = std::find(words.until.begin(), words.until.end(), match.words);
    if (match.words == 0 || end == words.until.end()) return {};
    const auto typed = std::span(words.tokens).first(match.words);
    std::vector<OtherName> others;
    for (std::string& text : match.others) {
      if (auto other = other_name(std::move(text), typed)) others.push_back(std::move(*other));
    }
    if (others.empty()) return {};
    return {static_cast<std::size_t>(end - words.until.begin()) + 1, std::move(others)};
  }

  Name acronym(const Words& words, const std::string& typed) {
    if (words.until.front() != 1) return {};
    auto name = acronyms_.full_name(words.tokens.front(), typed);
    if (!name) return {};
    auto other = other_name(std::move(*name), std::span(words.tokens).first(1));
    if (!other) return {};
    return {1, {std::move(*other)}};
  }

  Name spelled_otherwise(const Words& words) {
    if (words.until.front() != 1 || words.tokens.front().stop_word) return {};
    auto spellings = other_spellings(words.tokens.front(), forms_, analyzer_);
    if (spellings.empty()) return {};
    Name name{.nodes = 1};
    for (std::string& text : spellings) {
      auto tokens = analyzer_.analyze_query(text);
      name.others.push_back({std::move(text), std::move(tokens)});
    }
    return name;
  }

  /// The longest full name that has an acronym.
  Name full_name(const Words& words) {
    for (std::size_t nodes = words.until.size(); nodes > 0; --nodes) {
      const auto name = std::span(words.tokens).first(words.until[nodes - 1]);
      if (name.size() > kLongestFullName || name.size() < 2) continue;
      if (looked_up_++ >= kMostFullNames) return {};
      auto acronym = acronyms_.acronym_of(name);
      if (!acronym) continue;
      auto other = other_name(std::move(*acronym), name);
      if (other) return {nodes, {std::move(*other)}};
    }
    return {};
  }

  /// `other`, if it is another name than the one typed, and all its words are in the index. Stop
  /// words alone are no name: nearly every "un" is not the UN.
  std::optional<OtherName> other_name(std::string other, std::span<const text::Token> typed) {
    auto tokens = analyzer_.analyze_query(other);
    if (std::ranges::all_of(tokens, &text::Token::stop_word) ||
        std::ranges::all_of(typed, &text::Token::stop_word)) {
      return std::nullopt;
    }
    const bool same =
        std::ranges::equal(tokens, typed, {}, &text::Token::exact, &text::Token::exact);
    const bool held = !same && std::ranges::all_of(tokens, [&](const text::Token& token) {
      if (token.stop_word) return true;
      return index::has_forms(token) ? forms_.contains(token.exact)
                                     : database_.term_exists(index::stem_term(token));
    });
    if (!held) return std::nullopt;
    return OtherName{std::move(other), std::move(tokens)};
  }

  /// True if no article holds any form of a word.
  bool is_unknown(const std::vector<text::Token>& tokens) {
    return std::all_of(tokens.begin(), tokens.end(), [&](const text::Token& token) {
      return !database_.term_exists(index::stem_term(token)) && !forms_.contains(token.exact);
    });
  }

  void replace(std::vector<query::Node>& nodes, std::size_t first, std::size_t count,
               std::vector<OtherName>& others) {
    const auto begin = nodes.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    query::Node variants{.kind = Kind::Variants, .role = begin->role};
    variants.begin = begin->begin;
    variants.end = std::prev(end)->end;
    std::string typed = begin->text;
    for (auto word = std::next(begin); word != end; ++word) typed += ' ' + word->text;
    if (count == 1 && is_unknown(leaves_[begin->leaf].tokens)) {
      // Nothing to rank by but the other names: they stand for it in full.
    } else if (count == 1) {
      variants.children.push_back(std::move(*begin));
    } else {
      query::Node words{.kind = Kind::Any};
      words.children.assign(std::make_move_iterator(begin), std::make_move_iterator(end));
      variants.children.push_back(std::move(words));
    }
    if (!variants.children.empty()) variants.children.front().role = query::Role::Optional;
    std::vector<std::string> names;
    for (OtherName& other : others) {
      variants.children.push_back({.kind = Kind::Word,
                                   .text = other.text,
                                   .leaf = add_leaf(leaves_, std::move(other.tokens))});
      names.push_back(std::move(other.text));
    }
    notes_.push_back(
        {query::Note::Kind::AlsoSearched, typed, fmt::format("{}", fmt::join(names, ", "))});
    nodes.erase(std::next(begin), end);
    nodes[first] = std::move(variants);
  }

  std::vector<Leaf>& leaves_;
  const text::Variants& variants_;
  const Xapian::Database& database_;
  const index::WordForms& forms_;
  text::Analyzer& analyzer_;
  IndexAcronyms acronyms_;
  std::size_t looked_up_ = 0;  ///< full names
  std::vector<query::Note> notes_;
};

}  // namespace

std::vector<query::Note> expand_variants(Analysed& query, const text::Variants& variants,
                                         const Xapian::Database& database,
                                         const index::WordForms& forms, text::Analyzer& analyzer) {
  Expansion expansion(query, variants, database, forms, analyzer);
  expansion.expand(query.ast.root);
  return expansion.notes();
}

}  // namespace kiosque::meaning
