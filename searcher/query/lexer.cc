#include "searcher/query/lexer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/number.h"
#include "common/base/utf8.h"
#include "searcher/query/plain_word.h"
#include "searcher/query/query.h"

namespace kiosque::query {
namespace {

using Kind = Lexeme::Kind;

constexpr std::pair<std::string_view, Kind> kOperators[] = {
    {"AND", Kind::And}, {"ET", Kind::And}, {"&&", Kind::And},  {"OR", Kind::Or},
    {"OU", Kind::Or},   {"||", Kind::Or},  {"NOT", Kind::Not}, {"SAUF", Kind::Not},
};

constexpr std::string_view kNearNames[] = {"NEAR", "PRES", "PRÈS", "PRE\u0300S"};

constexpr std::pair<std::string_view, DateRelation> kDateFields[] = {
    {"date", DateRelation::Within},   {"depuis", DateRelation::Since},
    {"since", DateRelation::Since},   {"apres", DateRelation::After},
    {"after", DateRelation::After},   {"avant", DateRelation::Before},
    {"before", DateRelation::Before}, {"jusqu'a", DateRelation::Until},
    {"jusque", DateRelation::Until},  {"until", DateRelation::Until},
};

constexpr unsigned kDefaultDistance = 10;

/// The marks that close what `opening` opens; empty if it opens nothing.
std::u32string_view closing_quotes(char32_t opening) noexcept {
  switch (opening) {
    case U'"':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'＂':
      return U"\"“”‟＂";
    case U'«':
      return U"»";
    case U'‹':
      return U"›";
    default:
      return {};
  }
}

bool is_stray_closing(char32_t c) noexcept { return c == U'»' || c == U'›'; }

bool is_minus(char32_t c) noexcept {
  return c == U'-' || c == U'‐' || c == U'‑' || c == U'−' || c == U'–';
}

bool has_word_character(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    if (is_word_character(next_character(text, pos))) return true;
  }
  return false;
}

std::optional<DateRelation> date_relation(const std::string& plain_name) {
  for (const auto& [name, relation] : kDateFields) {
    if (name == plain_name) return relation;
  }
  const index::Field* field = index::find_field(plain_name);
  if (field != nullptr && field->name == "date") return DateRelation::Within;
  return std::nullopt;
}

/// NEAR/5, PRES/5, NEAR; PRES alone is a French word.
std::optional<unsigned> near_distance(std::string_view chunk) {
  const auto slash = std::min(chunk.find('/'), chunk.size());
  const std::string_view name = chunk.substr(0, slash);
  if (std::find(std::begin(kNearNames), std::end(kNearNames), name) == std::end(kNearNames)) {
    return std::nullopt;
  }
  if (slash == chunk.size()) {
    if (name != "NEAR") return std::nullopt;
    return kDefaultDistance;
  }
  const std::string_view digits = chunk.substr(slash + 1);
  if (!all_digits(digits)) return std::nullopt;
  return std::clamp(parse_number<unsigned>(digits).value_or(kMaxDistance), 1u, kMaxDistance);
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Lexemes run() {
    while (pos_ < query_.size() && operands_ < kMaxQueryWords) read_one();
    if (has_word_character(query_.substr(pos_))) note(Note::Kind::TooLong);
    if (depth_ > 0) note(Note::Kind::Unbalanced);
    for (; depth_ > 0; --depth_) push(Kind::Close, query_.size());
    return std::move(result_);
  }

 private:
  char32_t peek(std::size_t at) const {
    return at < query_.size() ? next_character(query_, at) : U'\0';
  }

  void note(Note::Kind kind, std::string subject = {}) {
    const bool said = std::any_of(result_.notes.begin(), result_.notes.end(), [&](const Note& n) {
      return n.kind == kind && n.subject == subject;
    });
    if (!said) result_.notes.push_back({kind, std::move(subject)});
  }

  /// Pushes query_[begin, pos_) as a lexeme.
  Lexeme& push(Kind kind, std::size_t begin) {
    result_.list.push_back({.kind = kind,
                            .text = std::string(query_.substr(begin, pos_ - begin)),
                            .begin = static_cast<std::uint32_t>(begin),
                            .end = static_cast<std::uint32_t>(pos_)});
    return result_.list.back();
  }

  void read_one() {
    const std::size_t start = pos_;
    const char32_t c = next_character(query_, pos_);
    if (is_blank(c) || is_stray_closing(c)) return;
    if (c == U')') {
      close(start);
      return;
    }
    pos_ = start;
    const std::size_t before = result_.list.size();
    read_signs();
    if (!read_operand()) result_.list.resize(before);
  }

  /// + - = before an operand. A dash between blanks, or two of them, are punctuation.
  void read_signs() {
    if (is_minus(peek(pos_))) {
      const std::size_t start = pos_;
      std::size_t dashes = 0;
      for (; is_minus(peek(pos_)); ++dashes) skip_character();
      if (dashes == 1) push(Kind::Minus, start);
    } else if (peek(pos_) == U'+') {
      push_sign(Kind::Plus);
    }
    if (peek(pos_) == U'=') push_sign(Kind::Equals);
  }

  void skip_character() { static_cast<void>(next_character(query_, pos_)); }

  void push_sign(Kind kind) {
    const std::size_t start = pos_++;
    push(kind, start);
  }

  /// False if nothing stands here that signs or a field name could belong to.
  bool read_operand() {
    const char32_t c = peek(pos_);
    if (c == U'\0' || is_blank(c)) return false;
    if (c == U'(') return open();
    if (!closing_quotes(c).empty()) return read_quoted();
    if (c == U')' || is_stray_closing(c)) return false;
    return read_chunk();
  }

  bool open() {
    const std::size_t start = pos_++;
    if (depth_ == kMaxQueryDepth) {
      ++ignored_depth_;
      note(Note::Kind::TooLong);
      return false;
    }
    ++depth_;
    push(Kind::Open, start);
    return true;
  }

  void close(std::size_t start) {
    if (ignored_depth_ > 0) {
      --ignored_depth_;
    } else if (depth_ == 0) {
      note(Note::Kind::Unbalanced);
    } else {
      --depth_;
      push(Kind::Close, start);
    }
  }

  bool read_quoted() {
    const std::size_t start = pos_;
    const auto closing = closing_quotes(next_character(query_, pos_));
    const std::size_t inside = pos_;
    std::size_t end = query_.size();
    while (pos_ < query_.size()) {
      const std::size_t here = pos_;
      if (closing.find(next_character(query_, pos_)) != std::u32string_view::npos) {
        end = here;
        break;
      }
    }
    if (end == query_.size()) note(Note::Kind::UnclosedQuote);
    const std::string_view text = query_.substr(inside, end - inside);
    if (!has_word_character(text)) return false;
    push(Kind::Quoted, start).text = text;
    ++operands_;
    return true;
  }

  /// A run without blanks, quotes and parentheses; but the one of `député(e)s` belongs to the word.
  std::size_t chunk_end(std::size_t from) const {
    char32_t last = U' ';
    std::size_t at = from;
    while (at < query_.size()) {
      std::size_t next = at;
      const char32_t c = next_character(query_, next);
      if (c == U'(' && is_inclusive_ending(last, next)) {
        next = query_.find(')', next) + 1;
      } else if (is_blank(c) || c == U'(' || c == U')' || is_stray_closing(c) ||
                 !closing_quotes(c).empty()) {
        break;
      }
      last = c;
      at = next;
    }
    return at;
  }

  /// True for the `e)` of `député(e)s`.
  bool is_inclusive_ending(char32_t before, std::size_t inside) const {
    constexpr std::size_t kLongestEnding = 5;
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto close = query_.find(')', inside);
    const std::string_view ending = query_.substr(inside, close - inside);
    return close != std::string_view::npos && !ending.empty() && ending.size() <= kLongestEnding &&
           std::all_of(ending.begin(), ending.end(), is_small) && is_word_character(before) &&
           is_small_letter(before);
  }

  bool read_chunk() {
    const std::size_t start = pos_;
    const std::size_t end = chunk_end(start);
    const std::string_view chunk = query_.substr(start, end - start);
    if (!after_prefix() && read_operator(chunk)) return true;
    if (!after_field() && read_field(chunk)) return true;
    pos_ = end;
    if (!has_word_character(chunk)) return false;
    push(Kind::Word, start);
    ++operands_;
    return true;
  }

  bool last_is(std::initializer_list<Kind> kinds) const {
    return !result_.list.empty() && result_.list.back().end == pos_ &&
           std::find(kinds.begin(), kinds.end(), result_.list.back().kind) != kinds.end();
  }
  bool after_field() const { return last_is({Kind::FieldName, Kind::DateField, Kind::Equals}); }
  bool after_prefix() const { return after_field() || last_is({Kind::Plus, Kind::Minus}); }

  bool read_operator(std::string_view chunk) {
    const std::size_t start = pos_;
    for (const auto& [name, kind] : kOperators) {
      if (chunk != name) continue;
      pos_ += chunk.size();
      push(kind, start);
      return true;
    }
    const auto distance = near_distance(chunk);
    if (!distance) return false;
    pos_ += chunk.size();
    push(Kind::Near, start).distance = *distance;
    return true;
  }

  /// Reads `titre:armes`, with its operand. `10:30`, `Macron: le retour` and URLs are no fields.
  bool read_field(std::string_view chunk) {
    const std::size_t colon = chunk.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view value = query_.substr(pos_ + colon + 1);
    if (value.empty() || value.starts_with("//") || is_blank(peek(pos_ + colon + 1)) ||
        value.starts_with(')')) {
      return false;
    }
    const std::string_view name = chunk.substr(0, colon);
    const std::string plain = plain_word(name);
    const std::size_t start = pos_;
    if (const auto relation = date_relation(plain)) {
      if (value.starts_with('(')) {
        note(Note::Kind::BadDate, std::string(name));
        return false;
      }
      return read_value(Kind::DateField, start, colon, nullptr, *relation);
    }
    if (const index::Field* field = index::find_field(plain)) {
      return read_value(Kind::FieldName, start, colon, field, DateRelation::Within);
    }
    return read_unknown_field(name);
  }

  bool read_value(Kind kind, std::size_t start, std::size_t colon, const index::Field* field,
                  DateRelation relation) {
    const std::size_t before = result_.list.size();
    pos_ = start + colon + 1;
    Lexeme& name = push(kind, start);
    name.field = field;
    name.relation = relation;
    if (peek(pos_) == U'=' && kind == Kind::FieldName) push_sign(Kind::Equals);
    if (read_operand()) return true;
    result_.list.resize(before);
    pos_ = start;
    return false;
  }

  /// `foo:bar` searches both words and says so.
  bool read_unknown_field(std::string_view name) {
    if (name.size() < 2 || !std::ranges::all_of(name, is_letter)) return false;
    const std::size_t start = pos_;
    pos_ += name.size();
    note(Note::Kind::UnknownField, std::string(name));
    push(Kind::Word, start);
    ++operands_;
    ++pos_;
    return true;
  }

  std::string_view query_;
  std::size_t pos_ = 0;
  std::size_t depth_ = 0;
  std::size_t ignored_depth_ = 0;
  std::size_t operands_ = 0;
  Lexemes result_;
};

}  // namespace

Lexemes lex(std::string_view query) { return Lexer(query).run(); }

}  // namespace kiosque::query
