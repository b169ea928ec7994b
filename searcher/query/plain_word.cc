#include "searcher/query/plain_word.h"

#include <unicode/uchar.h>

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

}  // namespace kiosque::query
