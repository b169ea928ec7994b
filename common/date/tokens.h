#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::date {

/// A piece of a date: a run of digits, a run of letters, or one other character.
struct Token {
  enum class Kind { Number, Word, Mark };
  Kind kind;
  std::string text;          ///< folded: lower case, no accents
  std::int64_t value = 0;    ///< of a Number of at most 18 digits
  bool after_space = false;  ///< white space stands before it
};

/// Questions about the tokens of a text; positions beyond the end are never what is asked for.
class TokenView {
 public:
  explicit TokenView(std::span<const Token> tokens) : tokens_(tokens) {}

  bool is_number(std::size_t at, std::size_t min_digits, std::size_t max_digits) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::Number &&
           tokens_[at].text.size() >= min_digits && tokens_[at].text.size() <= max_digits;
  }
  bool is(std::size_t at, std::string_view text) const {
    return at < tokens_.size() && tokens_[at].text == text;
  }
  template <std::size_t N>
  bool is_any(std::size_t at, const std::array<std::string_view, N>& texts) const {
    return at < tokens_.size() &&
           std::find(texts.begin(), texts.end(), tokens_[at].text) != texts.end();
  }
  std::int64_t value(std::size_t at) const { return tokens_[at].value; }

 protected:
  std::span<const Token> tokens_;
};

/// A part of a date that was looked for: absent, found, or there but impossible (the whole date is
/// then none).
template <class T>
struct Part {
  std::optional<T> value;
  bool impossible = false;
};

/// Splits a date text into tokens; letters are folded to lower case without accents (Unicode NFKD),
/// all dashes become '-', all white space only separates. Reads at most the first 256 bytes.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

}  // namespace kiosque::date
