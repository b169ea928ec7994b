#include "searcher/query/clauses.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "common/base/utf8.h"
#include "searcher/query/word_text.h"

namespace kiosque::query {
namespace {

using Kind = Node::Kind;

/// Beside more loose words than these a quotation is part of a pasted headline: it raises the rank
/// and is not demanded.
constexpr std::size_t kMostWordsBesidePhrase = 4;

/// True if two filters side by side ask for either: values of one field, or stretches of time.
bool are_alternatives(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.role != Role::Filter || b.role != Role::Filter) return false;
  if (a.kind == Kind::Value) return a.text == b.text;
  return a.kind == Kind::Date && a.range.from && a.range.to && b.range.from && b.range.to;
}

}  // namespace

bool is_filter(const Node& node) {
  switch (node.kind) {
    case Kind::Field:
    case Kind::Value:
    case Kind::Date:
      return true;
    case Kind::And:
    case Kind::Or:
      return std::all_of(node.children.begin(), node.children.end(), is_filter);
    default:
      return false;
  }
}

std::vector<Node*> demand_phrases(std::vector<Node>& clauses) {
  const auto words = std::count_if(clauses.begin(), clauses.end(), [](const Node& clause) {
    return clause.kind == Kind::Word && clause.role == Role::Optional;
  });
  std::vector<Node*> preferred;
  for (Node& clause : clauses) {
    const bool phrase = clause.kind == Kind::Phrase && clause.role == Role::Optional;
    if (!phrase) continue;
    if (static_cast<std::size_t>(words) <= kMostWordsBesidePhrase) {
      clause.role = Role::Must;
    } else {
      preferred.push_back(&clause);
    }
  }
  return preferred;
}

void join_alternatives(std::vector<Node>& clauses) {
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    Node either{.kind = Kind::Or, .role = Role::Filter};
    for (std::size_t j = i + 1; j < clauses.size();) {
      if (!are_alternatives(clauses[i], clauses[j])) {
        ++j;
        continue;
      }
      clauses[j].role = Role::Optional;
      either.children.push_back(std::move(clauses[j]));
      clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(j));
    }
    if (either.children.empty()) continue;
    clauses[i].role = Role::Optional;
    either.children.insert(either.children.begin(), std::move(clauses[i]));
    clauses[i] = std::move(either);
  }
}

std::optional<Node> simplified(Node any) {
  auto& clauses = any.children;
  if (clauses.empty()) return std::nullopt;
  // A demanded word of several parts is a phrase; alone and optional it would be several words.
  const Node& front = clauses.front();
  const bool demanded_parts = front.kind == Kind::Word && front.role == Role::Must &&
                              letters_of(front.text) < character_count(front.text);
  if (clauses.size() > 1 || demanded_parts) return any;
  Node only = std::move(clauses.front());
  if (only.role == Role::Not) {
    only.role = Role::Optional;
    Node negation{.kind = Kind::Not};
    negation.children.push_back(std::move(only));
    return negation;
  }
  only.role = Role::Optional;
  return only;
}

}  // namespace kiosque::query
