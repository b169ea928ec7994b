#include "searcher/query/field_node.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/base/utf8.h"
#include "searcher/query/date_range.h"
#include "searcher/query/parser.h"

namespace kiosque::query {
namespace {

using Kind = Node::Kind;

}  // namespace

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

std::optional<Node> field_clause(std::string_view name, std::string_view value,
                                 std::chrono::sys_seconds now) {
  const index::Field* field = index::find_field(name);
  if (field == nullptr) return std::nullopt;
  const bool is_date = field->prefix.empty();
  Node node{.kind = is_date ? Kind::Date : field->analysed ? Kind::Field : Kind::Value};
  node.role = Role::Filter;
  if (is_date) {
    const auto range = parse_date_range(value, now);
    if (!range) return std::nullopt;
    const DateRelation relation = field->name == "since"    ? DateRelation::Since
                                  : field->name == "before" ? DateRelation::Before
                                                            : DateRelation::Within;
    node.range = related(*range, relation);
    return node;
  }
  node.text = field->name;
  node.children.push_back(
      {.kind = field->analysed ? Kind::Phrase : Kind::Word, .text = to_valid_utf8(value)});
  return node;
}

}  // namespace kiosque::query
