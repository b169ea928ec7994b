#include "searcher/query/clauses.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "common/base/utf8.h"
#include "searcher/query/plain_word.h"

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

TimeRange related(const TimeRange& range, DateRelation relation) {
  switch (relation) {
    case DateRelation::Within:
      return range;
    case DateRelation::Since:
      return {.from = range.from};
    case DateRelation::After:
      return {.from = range.to ? range.to : range.from};
    case DateRelation::Before:
      return {.to = range.from};
    case DateRelation::Until:
      return {.to = range.to};
  }
  return range;
}

Node analysed_field(const index::Field& field, Node value) {
  const bool only_words =
      value.kind == Kind::Any &&
      std::all_of(value.children.begin(), value.children.end(),
                  [](const Node& child) { return child.role == Role::Optional; });
  if (only_words) value.kind = Kind::And;
  Node node{.kind = Kind::Field, .text = std::string(field.name)};
  node.children.push_back(std::move(value));
  return node;
}
Node value_field(const index::Field& field, Node value, std::uint32_t begin) {
  const bool group = value.kind == Kind::Any || value.kind == Kind::And || value.kind == Kind::Or ||
                     value.kind == Kind::Not;
  if (group) {
    for (Node& child : value.children) child = value_field(field, std::move(child), begin);
    if (value.kind == Kind::Any) value.kind = Kind::Or;
    return value;
  }
  const Role role = value.role;
  Node word{.kind = Kind::Word, .text = value.text, .begin = value.begin, .end = value.end};
  Node node{.kind = Kind::Value, .text = std::string(field.name), .begin = begin, .end = value.end};
  node.children.push_back(std::move(word));
  if (role == Role::Not) {
    Node negation{.kind = Kind::Not};
    negation.children.push_back(std::move(node));
    return negation;
  }
  return node;
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
