#include "common/text/fold.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace kiosque::text {
namespace {

/// U+00E0 to U+00FF without accents, in order; a space stands for what is no single letter.
constexpr std::string_view kLatin1 = "aaaaaa ceeeeiiiidnooooo ouuuuy y";
static_assert(kLatin1.size() == 0x20);

/// Last character whose lower case and folding the tables here know.
constexpr char32_t kLastLatin1 = 0xFF;

bool is_invisible(char32_t c) noexcept {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

/// Lower case of what Unicode calls letters, by ICU: for words beyond Latin-1.
std::string lower_case_unicode(std::string_view word) {
  icu::UnicodeString text;
  for (std::size_t pos = 0; pos < word.size();) {
    const char32_t c = next_character(word, pos);
    if (!is_invisible(c)) text.append(static_cast<UChar32>(c));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFKCInstance(status);
  // Twice: a lower-case letter can be one that only composes now (İ).
  text = composer->normalize(text, status);
  text.toLower(icu::Locale::getFrench());
  text = composer->normalize(text, status);
  std::string lower;
  return text.toUTF8String(lower);
}

/// What a letter that no decomposition takes apart is written as without special keys.
std::string_view spelled_out(char32_t c) noexcept {
  switch (c) {
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ß':
      return "ss";
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'ı':
      return "i";
    case U'ħ':
      return "h";
    case U'ə':
      return "e";
    default:
      return {};
  }
}

/// Appends a character beyond Latin-1 without its marks.
void fold_unicode(std::string& folded, char32_t c, const icu::Normalizer2& decomposer) {
  icu::UnicodeString parts;
  if (!decomposer.getDecomposition(static_cast<UChar32>(c), parts)) {
    if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) append_utf8(folded, c);
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_charType(part) != U_NON_SPACING_MARK) append_utf8(folded, static_cast<char32_t>(part));
  }
}

}  // namespace

std::string lower_case(std::string_view word) {
  std::string lowered;
  lowered.reserve(word.size());
  for (std::size_t pos = 0; pos < word.size();) {
    if (is_ascii(word[pos])) {
      lowered += lower(word[pos++]);
      continue;
    }
    const char32_t c = next_character(word, pos);
    if (c > kLastLatin1 && c != U'œ' && c != U'Œ') return lower_case_unicode(word);
    if (is_invisible(c)) continue;
    const bool upper = (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    if (c < 0xC0) return lower_case_unicode(word);
    append_utf8(lowered, c == U'Œ' ? U'œ' : upper ? c + 0x20 : c);
  }
  return lowered;
}

std::string fold(std::string_view lower_case_word) {
  if (is_ascii(lower_case_word)) return std::string(lower_case_word);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFKDInstance(status);
  std::string folded;
  folded.reserve(lower_case_word.size());
  for (std::size_t pos = 0; pos < lower_case_word.size();) {
    const char32_t c = next_character(lower_case_word, pos);
    if (c < 0x80) {
      folded += static_cast<char>(c);
    } else if (const auto letters = spelled_out(c); !letters.empty()) {
      folded += letters;
    } else if (c >= 0xE0 && c <= kLastLatin1 && kLatin1[c - 0xE0] != ' ') {
      folded += kLatin1[c - 0xE0];
    } else {
      fold_unicode(folded, c, *decomposer);
    }
  }
  return folded;
}

}  // namespace kiosque::text
