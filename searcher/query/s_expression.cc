#include <fmt/format.h>

#include "common/date/date.h"
#include "searcher/query/query.h"

namespace kiosque::query {
namespace {

using Kind = Node::Kind;

/// Letters, digits and the marks within words stand as they are; all else in quotes.
std::string atom(const std::string& text) {
  constexpr std::string_view kNeedsQuotes = " \t\"\\()*;";
  if (!text.empty() && text.find_first_of(kNeedsQuotes) == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string moment(const std::optional<std::chrono::sys_seconds>& time) {
  using namespace std::chrono;
  if (!time) return "*";
  const sys_seconds wall = date::paris_time(*time);
  const auto day = floor<days>(wall);
  const year_month_day date{day};
  const auto minutes = floor<std::chrono::minutes>(wall - day).count();
  std::string text =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (minutes != 0) text += fmt::format("T{:02}:{:02}", minutes / 60, minutes % 60);
  return text;
}

std::string_view head(Kind kind) {
  switch (kind) {
    case Kind::Any:
      return "any";
    case Kind::And:
      return "and";
    case Kind::Or:
      return "or";
    case Kind::Not:
      return "not";
    case Kind::Variants:
      return "variants";
    default:
      return "";
  }
}

std::string list(std::string_view name, const std::vector<Node>& children) {
  std::string text = fmt::format("({}", name);
  for (const Node& child : children) text += ' ' + to_s_expression(child);
  return text + ')';
}

std::string without_role(const Node& node) {
  switch (node.kind) {
    case Kind::All:
      return "(all)";
    case Kind::Word:
      return atom(node.text);
    case Kind::Exact:
      return fmt::format("(exact {})", atom(node.text));
    case Kind::Prefix:
      return fmt::format("(prefix {})", atom(node.text));
    case Kind::Phrase:
      return fmt::format("(phrase {})", atom(node.text));
    case Kind::Near:
      return list(fmt::format("near {}", node.distance), node.children);
    case Kind::Field:
    case Kind::Value:
      return list(node.text, node.children);
    case Kind::Date:
      return fmt::format("(date {} {})", moment(node.range.from), moment(node.range.to));
    default:
      return list(head(node.kind), node.children);
  }
}

}  // namespace

std::string to_s_expression(const Node& node) {
  switch (node.role) {
    case Role::Optional:
      return without_role(node);
    case Role::Must:
      return fmt::format("(must {})", without_role(node));
    case Role::Filter:
      return fmt::format("(filter {})", without_role(node));
    case Role::Not:
      return fmt::format("(not {})", without_role(node));
  }
  return without_role(node);
}

}  // namespace kiosque::query
