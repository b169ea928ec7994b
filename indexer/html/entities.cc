#include "indexer/html/entities.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace kiosque::html {
namespace {

constexpr std::size_t kLongestName = 24;

// What the control codes 0x80 to 0x9F mean in a numeric reference (HTML Living
// Standard, 13.2.5.80).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Names of HTML 5 met in news that HTML 4 lacks.
constexpr std::array<std::pair<std::string_view, char32_t>, 22> kHtml5Names = {{
    {"apos", U'\''},  {"colon", U':'},    {"comma", U','},  {"commat", U'@'}, {"dollar", U'$'},
    {"equals", U'='}, {"excl", U'!'},     {"hellip", U'…'}, {"lbrack", U'['}, {"lpar", U'('},
    {"lsqb", U'['},   {"NewLine", U'\n'}, {"num", U'#'},    {"percnt", U'%'}, {"period", U'.'},
    {"plus", U'+'},   {"quest", U'?'},    {"rpar", U')'},   {"rsqb", U']'},   {"semi", U';'},
    {"sol", U'/'},    {"Tab", U'\t'},
}};

char32_t scalar(std::uint32_t code) {
  if (code >= 0x80 && code < 0xA0) return kWindows1252[code - 0x80];
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  return code == 0 || code > 0x10FFFF || surrogate ? U'\uFFFD' : static_cast<char32_t>(code);
}

/// What a digit is worth in a base of 10 or 16; -1 for what is none.
int digit(char c, std::uint32_t base) {
  const int value = hex_value(c);
  return value < static_cast<int>(base) ? value : -1;
}

/// Reads "#233;" or "#xE9;" behind the ampersand; returns its length, 0 if it is none.
std::size_t read_number(std::string_view text, char32_t& character) {
  std::size_t pos = 1;
  std::uint32_t base = 10;
  if (pos < text.size() && (text[pos] == 'x' || text[pos] == 'X')) {
    base = 16;
    ++pos;
  }
  const std::size_t first = pos;
  std::uint32_t code = 0;
  for (; pos < text.size() && digit(text[pos], base) >= 0; ++pos) {
    code = std::min<std::uint32_t>(code * base + static_cast<std::uint32_t>(digit(text[pos], base)),
                                   0x110000);
  }
  if (pos == first) return 0;
  character = scalar(code);
  return pos < text.size() && text[pos] == ';' ? pos + 1 : pos;
}

char32_t character_of_name(std::string_view name) {
  std::array<char, kLongestName + 1> buffer{};
  std::copy(name.begin(), name.end(), buffer.begin());
  const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(buffer.data()));
  if (found != nullptr) return static_cast<char32_t>(found->value);
  for (const auto& [known, character] : kHtml5Names) {
    if (known == name) return character;
  }
  return 0;
}

/// Reads "eacute;" behind the ampersand; returns its length, 0 if it is none. Without the
/// semicolon only where nothing of a word follows, so that links keep their "&copy=1".
std::size_t read_name(std::string_view text, char32_t& character) {
  std::size_t length = 0;
  while (length < text.size() && length < kLongestName &&
         (is_letter(text[length]) || is_digit(text[length]))) {
    ++length;
  }
  if (length < 2) return 0;
  const bool ended = length < text.size() && text[length] == ';';
  if (!ended && length < text.size() && text[length] == '=') return 0;
  character = character_of_name(text.substr(0, length));
  if (character == 0) return 0;
  return ended ? length + 1 : length;
}

}  // namespace

void append_decoded(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t ampersand = text.find('&');
    out += text.substr(0, ampersand);
    if (ampersand == std::string_view::npos) return;
    text.remove_prefix(ampersand + 1);
    char32_t character = 0;
    std::size_t length = 0;
    if (!text.empty()) {
      length = text[0] == '#' ? read_number(text, character) : read_name(text, character);
    }
    if (length == 0) {
      out += '&';
    } else {
      append_utf8(out, character);
      text.remove_prefix(length);
    }
  }
}

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_decoded(out, text);
  return out;
}

}  // namespace kiosque::html
