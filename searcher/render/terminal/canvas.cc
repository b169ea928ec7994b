#include "searcher/render/terminal/canvas.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

#include "common/base/escape.h"
#include "common/base/utf8.h"
#include "searcher/speech/typography.h"

namespace kiosque::render::terminal {
namespace {

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kUnlimited = 1'000'000;

constexpr std::string_view kMark = "\x1b[1;33m";
constexpr std::string_view kReset = "\x1b[0m";

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

/// `marked` with its text put through `change` piece by piece, so that the marks can be moved along
/// with what changes its length.
template <class Change>
engine::MarkedText changed(const engine::MarkedText& marked, Change change) {
  engine::MarkedText result;
  std::size_t done = 0;
  const auto take_to = [&](std::size_t end) {
    end = std::clamp(end, done, marked.text.size());
    result.text += change(std::string_view(marked.text).substr(done, end - done));
    done = end;
    return static_cast<std::uint32_t>(result.text.size());
  };
  for (const engine::Span& mark : marked.marks) {
    const std::uint32_t begin = take_to(mark.begin);
    result.marks.push_back({begin, take_to(mark.end)});
  }
  take_to(marked.text.size());
  return result;
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

engine::MarkedText make_safe(const engine::MarkedText& marked) {
  engine::MarkedText safe =
      changed(marked, [](std::string_view text) { return safe_for_terminal(text); });
  std::ranges::replace(safe.text, '\n', ' ');
  std::ranges::replace(safe.text, '\t', ' ');
  return safe;
}

Canvas::Canvas(const Style& style)
    : style_(style),
      columns_(style.columns == 0 ? kUnlimited
                                  : std::clamp(style.columns, kNarrowest, kWidestText)) {}

void Canvas::paragraph(const engine::MarkedText& marked, std::string_view first_margin,
                       std::string_view style) {
  const engine::MarkedText spelt = as_shown(marked);
  const std::size_t margin = display_width(first_margin);
  bool first = true;
  for (const engine::Span& line : wrap(spelt.text, columns_ - margin)) {
    out_ += first ? std::string(first_margin) : std::string(margin, ' ');
    first = false;
    open(style);
    marked_line(spelt, line, style);
    close(style);
    out_ += '\n';
  }
}

engine::MarkedText Canvas::as_shown(const engine::MarkedText& marked) const {
  // In ASCII a text is longer: it is spelt so before it is broken into lines.
  if (!style_.unicode) return changed(marked, to_ascii);
  // What a pipe reads is the text itself.
  if (style_.columns == 0) return marked;
  return changed(marked, speech::with_no_break_spaces);
}

void Canvas::paragraph(std::string_view text, std::string_view first_margin,
                       std::string_view style) {
  paragraph(make_safe({std::string(text), {}}), first_margin, style);
}

void Canvas::address(std::string_view url, std::string_view margin, LongAddress length) {
  const std::string safe = safe_for_terminal(url);
  const bool shorten = style_.links && length == LongAddress::Shorten;
  out_ += margin;
  if (style_.links) out_ += "\x1b]8;;" + safe + "\x1b\\";
  open(kDim);
  out_ += shorten ? shortened(safe, columns_ - display_width(margin)) : safe;
  close(kDim);
  if (style_.links) out_ += "\x1b]8;;\x1b\\";
  out_ += '\n';
}

void Canvas::line(std::string_view text) {
  out_ += text;
  out_ += '\n';
}

std::string Canvas::take() { return style_.unicode ? std::move(out_) : to_ascii(out_); }

void Canvas::open(std::string_view style) {
  if (style_.colour) out_ += style;
}

void Canvas::close(std::string_view style) {
  if (style_.colour && !style.empty()) out_ += kReset;
}

void Canvas::marked_line(const engine::MarkedText& marked, const engine::Span& line,
                         std::string_view style) {
  const std::string_view text = marked.text;
  std::uint32_t done = line.begin;
  for (const engine::Span& mark : marked.marks) {
    const std::uint32_t begin = std::max(mark.begin, done);
    const std::uint32_t end = std::min(mark.end, line.end);
    if (begin >= end) continue;
    out_ += text.substr(done, begin - done);
    open(kMark);
    out_ += text.substr(begin, end - begin);
    close(kMark);
    open(style);
    done = end;
  }
  out_ += text.substr(done, line.end - done);
}

std::string Canvas::shortened(const std::string& address, std::size_t columns) const {
  if (display_width(address) <= columns) return address;
  const std::string_view ellipsis = style_.unicode ? "…" : "...";
  std::string shown;
  std::size_t width = display_width(ellipsis);
  for (std::size_t pos = 0; pos < address.size();) {
    const std::size_t begin = pos;
    (void)next_character(address, pos);
    const std::string_view character = std::string_view(address).substr(begin, pos - begin);
    width += display_width(character);
    if (width > columns) break;
    shown += character;
  }
  return shown.append(ellipsis);
}

}  // namespace kiosque::render::terminal
