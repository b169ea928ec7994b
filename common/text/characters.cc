#include "common/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>

#include "common/base/ascii.h"

namespace kiosque::text {
namespace {

using enum CharacterKind;

constexpr std::array<CharacterKind, 128> kAscii = [] {
  std::array<CharacterKind, 128> kinds{};
  for (auto& kind : kinds) kind = Mark;
  for (int c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 32] = Letter;
  for (int c = '0'; c <= '9'; ++c) kinds[c] = Digit;
  for (const char c : {'\t', '\n', '\r', '\f', '\v'}) kinds[c] = Separator;
  for (int c = 0; c < 9; ++c) kinds[c] = Separator;
  kinds[' '] = Space;
  kinds['\''] = kinds['`'] = Apostrophe;
  return kinds;
}();

CharacterKind latin1_kind(char32_t c) noexcept {
  switch (c) {
    case 0xA0:
      return Space;
    case 0xAD:
      return Invisible;
    case 0xB4:
      return Apostrophe;
    case 0xB7:
      return MiddleDot;
    case 0xAA:
    case 0xB5:
    case 0xBA:
      return Letter;
    case 0xB2:
    case 0xB3:
    case 0xB9:
      return Digit;
    case 0xD7:
    case 0xF7:
      return Separator;
    default:
      return c >= 0xC0 ? Letter : Separator;
  }
}

CharacterKind punctuation_kind(char32_t c) noexcept {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x2032:
      return Apostrophe;
    case 0x2022:
    case 0x2027:
      return MiddleDot;
    case 0x2009:
    case 0x202F:
      return Space;
    case 0x200C:
    case 0x200D:
    case 0x2060:
      return Invisible;
    default:
      return Separator;
  }
}

CharacterKind other_kind(char32_t c) noexcept {
  switch (c) {
    case 0x02BC:
    case 0xFF07:
      return Apostrophe;
    case 0x22C5:
      return MiddleDot;
    case 0xFEFF:
      return Invisible;
    default:
      break;
  }
  const auto code = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC)) return Ideograph;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(code, &status);
  if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) return Ideograph;
  if (u_isalpha(code) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0) return Letter;
  return u_isdigit(code) || u_charType(code) == U_OTHER_NUMBER ? Digit : Separator;
}

}  // namespace

Character read_character(std::string_view text, std::size_t pos) noexcept {
  if (pos >= text.size()) return {Separator, 0, text.size()};
  const char first = text[pos];
  if (is_ascii(first)) return {kAscii[static_cast<unsigned char>(first)], first, pos + 1};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto index = static_cast<std::int64_t>(pos);
  UChar32 code = -1;
  U8_NEXT(bytes, index, static_cast<std::int64_t>(text.size()), code);
  const auto end = static_cast<std::size_t>(index);
  if (code < 0) return {Separator, 0, end};
  const auto c = static_cast<char32_t>(code);
  if (c < 0x100) return {latin1_kind(c), 0, end};
  if (c < 0x2B0) return {Letter, 0, end};
  if (c >= 0x2000 && c < 0x2070) return {punctuation_kind(c), 0, end};
  return {other_kind(c), 0, end};
}

}  // namespace kiosque::text
