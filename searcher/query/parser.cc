#include <algorithm>
#include <utility>

#include "common/base/utf8.h"
#include "searcher/query/clauses.h"
#include "searcher/query/date_range.h"
#include "searcher/query/lexer.h"
#include "searcher/query/plain_word.h"
#include "searcher/query/query.h"

namespace kiosque::query {
namespace {

using Kind = Node::Kind;
using Lex = Lexeme::Kind;

constexpr std::size_t kMostWordsOfDate = 7;

class Parser {
 public:
  Parser(std::string_view query, std::chrono::sys_seconds now) : now_(now) {
    ast_.query = query;
    Lexemes lexemes = lex(ast_.query);
    lexemes_ = std::move(lexemes.list);
    ast_.notes = std::move(lexemes.notes);
  }

  Ast run() {
    if (auto root = read_or()) ast_.root = std::move(*root);
    ast_.root.role = Role::Optional;
    return std::move(ast_);
  }

 private:
  bool at(Lex kind, std::size_t ahead = 0) const {
    return next_ + ahead < lexemes_.size() && lexemes_[next_ + ahead].kind == kind;
  }
  bool at_end() const { return next_ == lexemes_.size() || at(Lex::Close); }

  /// a OU b, of what AND binds.
  std::optional<Node> read_or() { return read_operation(Lex::Or, Kind::Or, &Parser::read_and); }

  /// a ET b, of words side by side.
  std::optional<Node> read_and() { return read_operation(Lex::And, Kind::And, &Parser::read_any); }

  std::optional<Node> read_operation(Lex sign, Kind kind,
                                     std::optional<Node> (Parser::*read_operand)()) {
    Node node{.kind = kind};
    while (true) {
      if (auto operand = (this->*read_operand)()) {
        operand->role = Role::Optional;
        node.children.push_back(std::move(*operand));
      }
      if (!at(sign)) break;
      ++next_;
    }
    if (node.children.empty()) return std::nullopt;
    if (node.children.size() == 1) return std::move(node.children.front());
    return node;
  }

  /// True if AND or OR stands between two operands.
  bool joins(bool has_left) const {
    const std::size_t right = next_ + 1;
    if (!has_left || right == lexemes_.size()) return false;
    const Lex kind = lexemes_[right].kind;
    return kind != Lex::Close && kind != Lex::And && kind != Lex::Or && kind != Lex::Near;
  }

  std::optional<Node> read_any() {
    Node any{.kind = Kind::Any};
    while (!at_end()) {
      if ((at(Lex::And) || at(Lex::Or)) && joins(!any.children.empty())) break;
      if (auto clause = read_clause()) any.children.push_back(std::move(*clause));
    }
    for (const Node* phrase : demand_phrases(any.children)) {
      note(Note::Kind::OptionalPhrase, phrase->text);
    }
    join_alternatives(any.children);
    return simplified(std::move(any));
  }

  /// A clause with its signs. + and - say what is asked of it; NOT and - take each other back.
  std::optional<Node> read_clause() {
    bool must = false;
    bool negated = false;
    while (at(Lex::Plus) || at(Lex::Minus) || (at(Lex::Not) && starts_operand(next_ + 1))) {
      must = must || at(Lex::Plus);
      negated = negated != !at(Lex::Plus);
      ++next_;
    }
    auto node = read_near();
    if (!node) return node;
    if (negated) {
      if (node->kind == Kind::Not) return std::move(node->children.front());
      node->role = Role::Not;
    } else if (node->kind == Kind::Not) {
      Node child = std::move(node->children.front());
      child.role = Role::Not;
      return child;
    } else if (is_filter(*node)) {
      node->role = Role::Filter;
    } else if (must) {
      node->role = Role::Must;
    }
    return node;
  }

  bool starts_operand(std::size_t index) const {
    if (index >= lexemes_.size()) return false;
    const Lex kind = lexemes_[index].kind;
    return kind != Lex::Close && kind != Lex::And && kind != Lex::Or && kind != Lex::Near &&
           (kind != Lex::Not || starts_operand(index + 1));
  }

  static bool can_be_near(const Node& node) {
    return node.kind == Kind::Word || node.kind == Kind::Exact || node.kind == Kind::Phrase;
  }

  std::optional<Node> read_near() {
    auto left = read_primary();
    if (!left || !can_be_near(*left)) return left;
    while (at(Lex::Near) && (at(Lex::Word, 1) || at(Lex::Quoted, 1) || at(Lex::Equals, 1))) {
      const unsigned distance = lexemes_[next_++].distance;
      auto right = read_primary();
      if (!right || !can_be_near(*right)) return left;
      if (left->kind != Kind::Near) {
        Node near{.kind = Kind::Near, .distance = distance};
        near.children.push_back(std::move(*left));
        left = std::move(near);
      }
      left->distance = std::max(left->distance, distance);
      left->children.push_back(std::move(*right));
    }
    return left;
  }

  std::optional<Node> read_primary() {
    if (at_end()) return std::nullopt;
    const Lexeme& lexeme = lexemes_[next_];
    switch (lexeme.kind) {
      case Lex::Open:
        return read_group();
      case Lex::Equals:
        ++next_;
        return read_exact();
      case Lex::FieldName:
        return read_field();
      case Lex::DateField:
        return read_date();
      case Lex::Quoted:
        ++next_;
        return leaf(Kind::Phrase, lexeme, without_blanks(lexeme.text));
      case Lex::Word:
        ++next_;
        return read_word(lexeme);
      case Lex::Plus:
      case Lex::Minus:
        ++next_;
        return read_primary();
      case Lex::And:
      case Lex::Or:
      case Lex::Not:
      case Lex::Near:
        ++next_;
        note(Note::Kind::DanglingOperator, lexeme.text);
        return leaf(Kind::Word, lexeme, lexeme.text);
      case Lex::Close:
        break;
    }
    return std::nullopt;
  }

  std::optional<Node> read_group() {
    ++next_;
    auto inside = read_or();
    if (at(Lex::Close)) ++next_;
    if (inside) inside->role = Role::Optional;
    return inside;
  }

  Node read_word(const Lexeme& lexeme) {
    const std::string_view text = trimmed_word(lexeme.text);
    if (lexeme.text.ends_with('*') && lexeme.text.find('*') == lexeme.text.size() - 1) {
      if (letters_of(text) >= kMinPrefix) return leaf(Kind::Prefix, lexeme, text);
      note(Note::Kind::ShortPrefix, lexeme.text);
    }
    if (names_period(text)) {
      if (const auto range = parse_date_range(text, now_)) return date(*range, lexeme, lexeme);
    }
    return leaf(Kind::Word, lexeme, text);
  }

  std::optional<Node> read_exact() {
    if (at(Lex::Word)) {
      const Lexeme& lexeme = lexemes_[next_++];
      return leaf(Kind::Exact, lexeme, trimmed_word(lexeme.text));
    }
    return read_primary();
  }

  std::optional<Node> read_field() {
    const Lexeme& name = lexemes_[next_++];
    auto value = read_primary();
    if (!value) return value;
    return name.field->analysed ? analysed_field(*name.field, std::move(*value))
                                : value_field(*name.field, std::move(*value), name.begin);
  }

  /// The value is the longest run of words that is a date: `date:1 mai 2024 Macron`.
  std::optional<Node> read_date() {
    const Lexeme& name = lexemes_[next_++];
    const std::size_t first = next_;
    std::size_t last = first + 1;
    while (at(Lex::Word) && last < lexemes_.size() && lexemes_[last].kind == Lex::Word &&
           last < first + kMostWordsOfDate) {
      ++last;
    }
    for (; last > first; --last) {
      const Lexeme& end = lexemes_[last - 1];
      const std::uint32_t begin = lexemes_[first].begin;
      const std::string text =
          at(Lex::Quoted) ? lexemes_[first].text : ast_.query.substr(begin, end.end - begin);
      if (const auto range = parse_date_range(text, now_)) {
        next_ = last;
        return date(related(*range, name.relation), name, end);
      }
    }
    note(Note::Kind::BadDate, lexemes_[first].text);
    return read_primary();
  }

  static Node date(const TimeRange& range, const Lexeme& first, const Lexeme& last) {
    return {.kind = Kind::Date, .range = range, .begin = first.begin, .end = last.end};
  }

  static Node leaf(Kind kind, const Lexeme& lexeme, std::string_view text) {
    return {.kind = kind, .text = std::string(text), .begin = lexeme.begin, .end = lexeme.end};
  }

  void note(Note::Kind kind, std::string subject) {
    ast_.notes.push_back({kind, std::move(subject)});
  }

  std::chrono::sys_seconds now_;
  Ast ast_;
  std::vector<Lexeme> lexemes_;
  std::size_t next_ = 0;
};

/// At most kMaxQueryBytes of valid UTF-8, without half a character.
std::string bounded(std::string_view query, bool& cut) {
  cut = query.size() > kMaxQueryBytes;
  if (cut) {
    std::size_t end = kMaxQueryBytes;
    while (end > 0 && (static_cast<unsigned char>(query[end]) & 0xC0) == 0x80) --end;
    query = query.substr(0, end);
  }
  std::string valid = to_valid_utf8(query);
  return valid;
}

}  // namespace

Ast parse_query(std::string_view query, std::chrono::sys_seconds now) {
  bool cut = false;
  const std::string text = bounded(query, cut);
  Ast ast = Parser(text, now).run();
  if (cut) ast.notes.push_back({Note::Kind::TooLong});
  return ast;
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
