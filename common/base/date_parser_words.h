#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::date_words {

/// A piece of a date: a run of digits, a run of letters, or one other character.
struct Token {
  enum class Kind { Number, Word, Mark };
  Kind kind;
  std::string text;          ///< folded: lower case, no accents
  std::int64_t value = 0;    ///< of a Number of at most 18 digits
  bool after_space = false;  ///< white space stands before it
};

/// Splits a date text into tokens; letters are folded to lower case without accents (Unicode NFKD),
/// all dashes become '-', all white space only separates. Reads at most the first 256 bytes.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

/// 1 to 12 for a month name, whole or cut after three or more letters, in French, English and nine
/// other European languages; 0 for another word. `word` is folded.
[[nodiscard]] unsigned month_number(std::string_view word);

/// The offset of a zone abbreviation such as "gmt", "cest", "edt" (RFC 822 and common use). "z" has
/// none: it says UTC and nothing of where the writer is (RFC 3339, 4.3).
[[nodiscard]] std::optional<std::chrono::minutes> zone_offset(std::string_view word);

/// The offset that a place of the IANA database ("europe/paris", any case) keeps at a local time.
[[nodiscard]] std::optional<std::chrono::minutes> place_offset(std::string_view place,
                                                               std::chrono::sys_seconds local);

}  // namespace kiosque::date_words
