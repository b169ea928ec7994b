#include "searcher/query/word_text.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "common/base/utf8.h"
#include "searcher/query/plain_word.h"

namespace kiosque::query {

std::string_view trimmed_word(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    if (!is_word_character(next_character(text, pos))) continue;
    begin = std::min(begin, start);
    end = pos;
  }
  // The parenthesis of `député(e)` is part of the word.
  if (end < text.size() && text[end] == ')' && text.substr(0, end).find('(') != text.npos) ++end;
  return begin < end ? text.substr(begin, end - begin) : std::string_view{};
}
std::string_view without_blanks(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    if (is_blank(next_character(text, pos))) continue;
    begin = std::min(begin, start);
    end = pos;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view{};
}

std::size_t letters_of(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    count += is_word_character(next_character(text, pos));
  }
  return count;
}

bool names_period(std::string_view text) {
  constexpr std::string_view kFirst[] = {"ce-", "cette-", "this-", "last-"};
  constexpr std::string_view kLast[] = {"-dernier", "-derniere", "-passe", "-passee"};
  const std::string plain = plain_word(text);
  return std::any_of(std::begin(kFirst), std::end(kFirst),
                     [&](std::string_view word) { return plain.starts_with(word); }) ||
         std::any_of(std::begin(kLast), std::end(kLast),
                     [&](std::string_view word) { return plain.ends_with(word); });
}

}  // namespace kiosque::query
