#include "searcher/query/plain_word.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "common/base/utf8.h"
#include "common/text/fold.h"

namespace kiosque::query {
namespace {

char32_t plain_mark(char32_t character) noexcept {
  switch (character) {
    case U'’':
    case U'‘':
    case U'ʼ':
    case U'′':
    case U'`':
    case U'´':
      return U'\'';
    case U'‐':
    case U'‑':
    case U'–':
    case U'−':
      return U'-';
    default:
      return is_blank(character) ? U' ' : character;
  }
}

}  // namespace

std::string plain_word(std::string_view text) {
  std::string marked;
  marked.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    append_utf8(marked, plain_mark(next_character(text, pos)));
  }
  return text::fold(text::lower_case(marked));
}

bool is_blank(char32_t character) noexcept {
  const auto c = static_cast<UChar32>(character);
  return character <= 0x20 || u_isUWhiteSpace(c) || u_iscntrl(c);
}

bool is_word_character(char32_t character) noexcept {
  return u_isalnum(static_cast<UChar32>(character));
}

bool is_small_letter(char32_t character) noexcept {
  return u_islower(static_cast<UChar32>(character));
}

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
