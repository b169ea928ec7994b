#include "common/text/tokenizer.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/text/characters.h"
#include "common/text/elision.h"

namespace kiosque::text {
namespace {

using enum CharacterKind;
using namespace std::string_view_literals;

bool is_word_kind(CharacterKind kind) noexcept { return kind == Letter || kind == Digit; }

/// Endings of inclusive writing, behind a dot in the middle of the line. Longest first.
constexpr std::array kMiddleDotEndings{
    "trices"sv, "trice"sv, "euses"sv, "rices"sv, "iennes"sv, "ienne"sv, "euse"sv, "rice"sv,
    "elles"sv,  "elle"sv,  "ères"sv,  "ère"sv,   "ives"sv,   "ive"sv,   "nes"sv,  "les"sv,
    "ses"sv,    "ves"sv,   "tes"sv,   "ne"sv,    "le"sv,     "se"sv,    "ve"sv,   "te"sv,
    "fe"sv,     "es"sv,    "e"sv,     "x"sv,     "s"sv};
/// The same behind a full stop or a hyphen, where only few cannot be words or domains.
constexpr std::array kDotEndings{"trice.s"sv, "rice.s"sv, "euse.s"sv, "ne.s"sv, "le.s"sv, "ve.s"sv,
                                 "se.s"sv,    "nes"sv,    "e.s"sv,    "ne"sv,   "e"sv};
constexpr std::array kHyphenEndings{"trice-s"sv, "rice-s"sv, "euse-s"sv, "ne-s"sv,
                                    "le-s"sv,    "ve-s"sv,   "e-s"sv};
/// The same in parentheses.
constexpr std::array kBracketEndings{
    "trices)"sv, "trice)"sv, "euses)"sv, "euse)"sv, "nes)"sv, "ne)s"sv, "ne)"sv, "le)s"sv,
    "les)"sv,    "le)"sv,    "ve)s"sv,   "es)"sv,   "e)s"sv,  "e)"sv,   "s)"sv,  "x)"sv};

template <std::size_t N>
std::size_t longest_prefix(const std::array<std::string_view, N>& endings, std::string_view text) {
  const auto found = std::find_if(endings.begin(), endings.end(), [&](std::string_view ending) {
    return text.starts_with(ending);
  });
  return found == endings.end() ? 0 : found->size();
}

}  // namespace

bool Tokenizer::is_word_end(std::size_t pos) const {
  return !is_word_kind(read_character(text_, pos).kind);
}

/// Moves to the first character of the next word.
bool Tokenizer::skip_to_word() {
  while (pos_ < text_.size()) {
    const Character c = read_character(text_, pos_);
    if (is_word_kind(c.kind) || c.kind == Ideograph) return true;
    pos_ = c.end;
  }
  return false;
}

/// Takes the spelling up to `word.end`, then `instead`, then goes on at `next`.
void Tokenizer::leave_out(const RawWord& word, std::size_t next, std::string_view instead) {
  if (!is_joined_) {
    joined_.assign(text_.substr(word.begin, word.end - word.begin));
    is_joined_ = true;
  } else {
    joined_.append(text_.substr(copied_, word.end - copied_));
  }
  joined_ += instead;
  copied_ = next;
  pos_ = next;
  letters_ = 0;
}

bool Tokenizer::next(RawWord& word) {
  if (!skip_to_word()) return false;
  word.begin = pos_;
  word.end = pos_;
  is_joined_ = false;
  letters_ = 0;
  do {
    while (pos_ < text_.size()) {
      const Character c = read_character(text_, pos_);
      if (c.kind == Ideograph && word.end == word.begin) {
        word.end = pos_ = c.end;
        word.spelling = text_.substr(word.begin, word.end - word.begin);
        return true;
      }
      if (!is_word_kind(c.kind)) break;
      pos_ = c.end;
      ++letters_;
    }
    word.end = pos_;
  } while (pos_ < text_.size() && join(word));
  if (is_joined_) joined_.append(text_.substr(copied_, word.end - copied_));
  word.spelling =
      is_joined_ ? std::string_view(joined_) : text_.substr(word.begin, word.end - word.begin);
  if (const std::size_t ending = inclusive_ending(word); ending > 0) word.end = pos_ = ending;
  return true;
}

/// Looks at what ended the word so far; true if the word goes on behind it.
bool Tokenizer::join(RawWord& word) {
  const Character c = read_character(text_, pos_);
  switch (c.kind) {
    case Apostrophe:
      return !is_word_end(c.end) && join_apostrophe(word, c.end);
    case Invisible:
      if (is_word_end(c.end)) return false;
      leave_out(word, c.end);
      return true;
    case Space:
      return join_number(word, true);
    case Mark:
      if (c.ascii == '.' || c.ascii == ',') {
        return join_number(word, false) || (c.ascii == '.' && join_dot(word));
      }
      return c.ascii == '&' && join_ampersand(word);
    default:
      return false;
  }
}

bool Tokenizer::join_apostrophe(RawWord& word, std::size_t after) {
  const std::string_view before =
      is_joined_ ? std::string_view(joined_) : text_.substr(word.begin, word.end - word.begin);
  switch (read_apostrophe(before, text_.substr(after))) {
    case ApostropheRole::Elision:
      word.begin = word.end = pos_ = after;
      is_joined_ = false;
      letters_ = 0;
      return true;
    case ApostropheRole::Inside:
      leave_out(word, after);
      return true;
    case ApostropheRole::Between:
      break;
  }
  return false;
}

/// A.N.P.E: single letters with dots between them. In "M.Macron" no letter stands alone behind.
bool Tokenizer::join_dot(const RawWord& word) {
  const Character letter = read_character(text_, pos_ + 1);
  if (letters_ != 1 || letter.kind != Letter || !is_word_end(letter.end)) return false;
  leave_out(word, pos_ + 1);
  return true;
}

/// Digits go on behind a space, dot or comma and three more digits (thousands), or behind a dot or
/// comma (decimals and such as 49.3).
bool Tokenizer::join_number(const RawWord& word, bool is_space) {
  constexpr std::size_t kGroup = 3;
  const std::size_t next = read_character(text_, pos_).end;
  const std::string_view digits = text_.substr(word.end - letters_, letters_);
  if (letters_ == 0 || letters_ > word.end - word.begin || !all_digits(digits)) return false;
  if (!is_joined_ && letters_ != word.end - word.begin) return false;
  const std::string_view group = text_.substr(std::min(next, text_.size()), kGroup);
  const bool thousands = letters_ <= kGroup && digits[0] != '0' && group.size() == kGroup &&
                         all_digits(group) && is_word_end(next + kGroup);
  if (thousands) {
    leave_out(word, next);
    return true;
  }
  if (is_space || group.empty() || !all_digits(group.substr(0, 1))) return false;
  leave_out(word, next, ".");
  return true;
}

/// H&M, R&D, AT&T: short parts only.
bool Tokenizer::join_ampersand(const RawWord& word) {
  constexpr std::size_t kShort = 2;
  const Character next = read_character(text_, pos_ + 1);
  if (letters_ > kShort || word.end - word.begin != letters_ || next.kind != Letter) return false;
  if (!is_word_end(next.end) && !is_word_end(read_character(text_, next.end).end)) return false;
  leave_out(word, pos_ + 1, "&");
  return true;
}

/// The end of an inclusive ending that follows `word`, or 0.
std::size_t Tokenizer::inclusive_ending(const RawWord& word) const {
  constexpr std::size_t kShortestStem = 2;
  const Character mark = read_character(text_, word.end);
  if (word.end - word.begin < kShortestStem || mark.kind == Separator || mark.kind == Space)
    return 0;
  const std::string_view rest = text_.substr(mark.end);
  std::size_t length = 0;
  if (mark.kind == MiddleDot) {
    length = longest_prefix(kMiddleDotEndings, rest);
    if (length == 0) return 0;
    const Character second = read_character(text_, mark.end + length);
    const Character s = read_character(text_, second.end);
    if (second.kind == MiddleDot && s.ascii == 's' && is_word_end(s.end)) return s.end;
  } else if (mark.ascii == '.') {
    length = longest_prefix(kDotEndings, rest);
  } else if (mark.ascii == '-') {
    length = longest_prefix(kHyphenEndings, rest);
  } else if (mark.ascii == '(') {
    length = longest_prefix(kBracketEndings, rest);
  }
  const std::size_t end = mark.end + length;
  return length > 0 && is_word_end(end) ? end : 0;
}

}  // namespace kiosque::text
