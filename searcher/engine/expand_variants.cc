#include "searcher/engine/expand_variants.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/index/terms.h"

namespace kiosque {
namespace {

using Kind = Node::Kind;

class Expansion {
 public:
  Expansion(const Variants& variants, const Xapian::Database& database, Analyzer& analyzer)
      : variants_(variants), database_(database), analyzer_(analyzer) {}

  void expand(Node& node) {
    if (node.role == Role::Not || node.kind == Kind::Not || node.kind == Kind::Field) return;
    if (node.kind == Kind::Word) {
      std::vector<Node> alone{std::move(node)};
      expand_sequence(alone);
      node = std::move(alone.front());
      return;
    }
    if (node.kind == Kind::Any) {
      expand_sequence(node.children);
    }
    for (Node& child : node.children) {
      if (child.kind != Kind::Word && child.kind != Kind::Variants) expand(child);
      if (child.kind == Kind::Word && node.kind != Kind::Any && node.kind != Kind::Near) {
        expand(child);
      }
    }
  }

  std::vector<Note> notes() { return std::move(notes_); }

 private:
  /// Replaces names among words side by side: each by itself and its alternatives.
  void expand_sequence(std::vector<Node>& nodes) {
    for (std::size_t first = 0; first < nodes.size(); ++first) {
      if (nodes[first].kind != Kind::Word || nodes[first].role == Role::Not) continue;
      const auto [count, others] = name_at(nodes, first);
      if (count == 0) continue;
      replace(nodes, first, count, others);
    }
  }

  /// How many nodes from `first` on are a name, and its other names.
  std::pair<std::size_t, std::vector<std::string>> name_at(const std::vector<Node>& nodes,
                                                           std::size_t first) {
    std::vector<std::string> words;
    std::vector<std::size_t> words_until;  // of each node, counted from `first`
    for (std::size_t i = first; i < nodes.size(); ++i) {
      const bool joins = nodes[i].kind == Kind::Word && nodes[i].role == nodes[first].role &&
                         (i == first || nodes[i].role == Role::Optional);
      if (!joins) break;
      for (const Token& token : analyzer_.analyze(nodes[i].text)) words.push_back(token.exact);
      words_until.push_back(words.size());
    }
    auto match = variants_.match(words);
    const auto end = std::find(words_until.begin(), words_until.end(), match.words);
    if (match.words == 0 || end == words_until.end()) return {0, {}};
    const auto typed = std::span(words).first(match.words);
    std::erase_if(match.others, [&](const std::string& other) { return !adds(other, typed); });
    if (match.others.empty()) return {0, {}};
    return {static_cast<std::size_t>(end - words_until.begin()) + 1, std::move(match.others)};
  }

  /// True if `other` is another name than the one typed, and all its words are in the index.
  bool adds(const std::string& other, std::span<const std::string> typed) {
    const auto tokens = analyzer_.analyze(other);
    const bool same = std::equal(tokens.begin(), tokens.end(), typed.begin(), typed.end(),
                                 [](const Token& a, const std::string& b) { return a.exact == b; });
    return !same && std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return database_.term_exists(exact_term(token));
    });
  }

  /// True if no article holds any form of `word`.
  bool is_unknown(const std::string& word) {
    const auto tokens = analyzer_.analyze(word);
    return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return !database_.term_exists(stem_term(token)) && !database_.term_exists(exact_term(token));
    });
  }

  void replace(std::vector<Node>& nodes, std::size_t first, std::size_t count,
               const std::vector<std::string>& others) {
    const auto begin = nodes.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    Node variants{.kind = Kind::Variants, .role = begin->role};
    variants.begin = begin->begin;
    variants.end = std::prev(end)->end;
    std::string typed = begin->text;
    for (auto word = std::next(begin); word != end; ++word) typed += ' ' + word->text;
    if (count == 1 && is_unknown(begin->text)) {
      // Nothing to rank by but the other names: they stand for it in full.
    } else if (count == 1) {
      variants.children.push_back(std::move(*begin));
    } else {
      Node words{.kind = Kind::Any};
      words.children.assign(std::make_move_iterator(begin), std::make_move_iterator(end));
      variants.children.push_back(std::move(words));
    }
    if (!variants.children.empty()) variants.children.front().role = Role::Optional;
    std::string detail;
    for (const std::string& other : others) {
      variants.children.push_back({.kind = Kind::Word, .text = other});
      detail += (detail.empty() ? "" : ", ") + other;
    }
    notes_.push_back({Note::Kind::AlsoSearched, typed, detail});
    nodes.erase(std::next(begin), end);
    nodes[first] = std::move(variants);
  }

  const Variants& variants_;
  const Xapian::Database& database_;
  Analyzer& analyzer_;
  std::vector<Note> notes_;
};

}  // namespace

std::vector<Note> expand_variants(Ast& ast, const Variants& variants,
                                  const Xapian::Database& database, Analyzer& analyzer) {
  Expansion expansion(variants, database, analyzer);
  expansion.expand(ast.root);
  return expansion.notes();
}

}  // namespace kiosque
