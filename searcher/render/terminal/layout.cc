#include "searcher/render/terminal/layout.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "common/base/utf8.h"

namespace kiosque::render::terminal {
namespace {

std::size_t width_of(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

engine::Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t pos = 0; pos < text.size();) width += width_of(next_character(text, pos));
  return width;
}

std::vector<engine::Span> wrap(std::string_view text, std::size_t columns) {
  std::vector<engine::Span> lines;
  std::size_t line_begin = 0;
  std::size_t line_end = 0;  // behind the last word that fits; equal to the begin: no word yet
  std::size_t line_width = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t word_begin = text.find_first_not_of(" \n", pos);
    if (word_begin == std::string_view::npos) break;
    const std::size_t word_end = std::min(text.find_first_of(" \n", word_begin), text.size());
    const std::size_t word_width = display_width(text.substr(word_begin, word_end - word_begin));
    const bool first = line_end == line_begin;
    if (first || line_width + 1 + word_width > columns) {
      if (!first) lines.push_back(span_of(line_begin, line_end));
      line_begin = word_begin;
      line_width = word_width;
    } else {
      line_width += 1 + word_width;
    }
    line_end = word_end;
    pos = word_end;
  }
  if (line_end > line_begin) lines.push_back(span_of(line_begin, line_end));
  return lines;
}

std::string to_ascii(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  // Made once: that takes longer than to spell a page.
  static const std::unique_ptr<const icu::Transliterator> latin(
      icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
  auto unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
  if (latin) latin->transliterate(unicode);
  unicode.findAndReplace(u"€", u"EUR");
  unicode.findAndReplace(u"·", u"-");
  unicode.findAndReplace(u"•", u"*");
  std::string ascii;
  for (int i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    const UChar32 c = unicode.char32At(i);
    if (c < 0x80) {
      ascii += static_cast<char>(c);
    } else {
      ascii += u_isspace(c) || c == 0xA0 || c == 0x202F ? ' ' : '?';
    }
  }
  return ascii;
}

}  // namespace kiosque::render::terminal
