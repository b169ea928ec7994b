#include "common/date/tokens.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

#include "common/base/utf8.h"

namespace kiosque::date {
namespace {

constexpr std::size_t kMaxBytes = 256;
constexpr std::size_t kMaxDigits = 18;

bool is_dash(char32_t c) { return (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212'; }

bool is_hangul(char32_t c) { return c >= U'\uAC00' && c <= U'\uD7A3'; }

/// `character` in lower case without its accents; Hangul is kept whole.
std::u32string fold(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const nfkd = unorm2_getNFKDInstance(&status);
  std::array<UChar, 32> pieces{};
  const auto code = static_cast<UChar32>(character);
  const std::int32_t length =
      is_hangul(character) || U_FAILURE(status) != 0
          ? -1
          : unorm2_getDecomposition(nfkd, code, pieces.data(), pieces.size(), &status);
  if (length < 0 || U_FAILURE(status) != 0) return {static_cast<char32_t>(u_tolower(code))};
  std::u32string folded;
  for (std::int32_t i = 0; i < length;) {
    UChar32 piece = 0;
    U16_NEXT(pieces.data(), i, length, piece);
    const bool is_mark = u_getCombiningClass(piece) != 0;
    if (!is_mark) folded += static_cast<char32_t>(u_tolower(piece));
  }
  return folded;
}

void add_character(std::vector<Token>& tokens, char32_t c, bool after_space) {
  using Kind = Token::Kind;
  const Kind kind = c >= U'0' && c <= U'9'                    ? Kind::Number
                    : u_isalpha(static_cast<UChar32>(c)) != 0 ? Kind::Word
                                                              : Kind::Mark;
  const bool joins =
      !tokens.empty() && !after_space && kind != Kind::Mark && tokens.back().kind == kind;
  if (!joins) tokens.push_back({kind, {}, 0, after_space});
  Token& token = tokens.back();
  append_utf8(token.text, c);
  if (kind == Kind::Number && token.text.size() <= kMaxDigits) {
    token.value = token.value * 10 + static_cast<std::int64_t>(c - U'0');
  }
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  const std::string valid = to_valid_utf8(text.substr(0, kMaxBytes));
  std::vector<Token> tokens;
  bool after_space = false;
  for (std::size_t pos = 0; pos < valid.size();) {
    const char32_t raw = next_character(valid, pos);
    for (const char32_t c : fold(is_dash(raw) ? U'-' : raw)) {
      if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || c < U' ' || c == U'\u200B') {
        after_space = true;
        continue;
      }
      add_character(tokens, c, after_space);
      after_space = false;
    }
  }
  return tokens;
}

}  // namespace kiosque::date
