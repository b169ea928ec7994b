#include "indexer/feed/markup.h"

#include <algorithm>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/escape.h"
#include "common/base/url.h"
#include "common/base/utf8.h"
#include "indexer/html/entities.h"
#include "indexer/html/tags.h"
#include "indexer/html/text.h"

namespace kiosque::feed {
namespace {

constexpr std::size_t kEnd = std::string_view::npos;

/// White space of Unicode that may be folded. No-break spaces are kept: French sets them before
/// ":" and "?". Joiners and marks of direction are no space: emoji and names need them.
bool is_white(char32_t c) {
  return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x85 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x2028 || c == 0x2029 || c == 0x205F ||
         c == 0x3000;
}

bool is_tag_start(std::string_view text) {
  if (text.size() < 2) return false;
  return is_letter(text[1]) || (text[1] == '/' && text.size() > 2 && is_letter(text[2]));
}

/// One past the '>' of the tag at `text[0]`; quoted values may hold a '>'. kEnd if it never ends.
std::size_t tag_end(std::string_view text) {
  char quote = 0;
  for (std::size_t pos = 1; pos < text.size(); ++pos) {
    const char c = text[pos];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && text[pos - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return pos + 1;
    }
  }
  const std::size_t plain = text.find('>');  // a quote that never closes
  return plain == kEnd ? kEnd : plain + 1;
}

std::string_view tag_name(std::string_view tag) {
  tag.remove_prefix(tag[1] == '/' ? 2 : 1);
  const auto end = std::find_if(tag.begin(), tag.end(),
                                [](char c) { return html::is_space(c) || c == '/' || c == '>'; });
  return tag.substr(0, static_cast<std::size_t>(end - tag.begin()));
}

/// Cuts HTML into text and tags, without judging either.
class Scanner {
 public:
  explicit Scanner(std::string_view html) : rest_(html) {}

  struct Piece {
    bool is_tag = false;
    std::string_view text;
  };

  std::optional<Piece> next() {
    if (rest_.empty()) return std::nullopt;
    if (rest_[0] == '<') {
      const std::size_t end = markup_end();
      if (end != kEnd) return take(end, true);
    }
    return take(rest_.find('<', 1), false);
  }

  /// Skips to the end tag of a script or style.
  void skip_raw_text(std::string_view name) {
    for (std::size_t at = rest_.find("</"); at != kEnd; at = rest_.find("</", at + 2)) {
      if (starts_with_ignoring_case(rest_.substr(at + 2), name)) {
        rest_.remove_prefix(at);
        return;
      }
    }
    rest_ = {};
  }

 private:
  std::size_t markup_end() {
    if (rest_.starts_with("<!--")) {
      const std::size_t end = comments_end_ ? rest_.find("-->", 2) : kEnd;
      if (end != kEnd) return end + 3;
      comments_end_ = false;
    }
    if (rest_.size() > 1 && (rest_[1] == '!' || rest_[1] == '?')) return simple_end();
    return is_tag_start(rest_) ? (tags_end_ ? checked_tag_end() : kEnd) : kEnd;
  }

  std::size_t simple_end() {
    const std::size_t end = tags_end_ ? rest_.find('>') : kEnd;
    tags_end_ = end != kEnd;
    return end == kEnd ? kEnd : end + 1;
  }

  std::size_t checked_tag_end() {
    const std::size_t end = tag_end(rest_);
    tags_end_ = end != kEnd;
    return end;
  }

  Piece take(std::size_t length, bool is_tag) {
    const Piece piece{is_tag, rest_.substr(0, length)};
    rest_.remove_prefix(piece.text.size());
    return piece;
  }

  std::string_view rest_;
  // False once no end follows: searching again and again would be quadratic.
  bool comments_end_ = true;
  bool tags_end_ = true;
};

bool is_reference(std::string_view text) {
  std::size_t pos = 1;
  if (pos < text.size() && text[pos] == '#') ++pos;
  const std::size_t first = pos;
  while (pos < text.size() && pos < first + 12 && (is_letter(text[pos]) || is_digit(text[pos]))) {
    ++pos;
  }
  return pos > first && pos < text.size() && text[pos] == ';';
}

bool ends_before_next(std::string_view tag) {
  const std::size_t at = tag.find_first_of("<>", 1);
  return at != kEnd && tag[at] == '>';
}

/// Appends a tag with its href and src made absolute.
void append_resolved(std::string& out, std::string_view tag, const std::string& base) {
  std::size_t copied = 0;
  for (std::size_t at = tag.find('='); at != kEnd; at = tag.find('=', at)) {
    std::size_t name_end = at;
    while (name_end > 0 && html::is_space(tag[name_end - 1])) --name_end;
    std::size_t name_start = name_end;
    while (name_start > 0 && is_letter(tag[name_start - 1])) --name_start;
    const bool apart = name_start > 0 && tag[name_start - 1] != '-' && tag[name_start - 1] != ':';
    const std::string name = lower(tag.substr(name_start, name_end - name_start));
    std::size_t value = at + 1;
    while (value < tag.size() && html::is_space(tag[value])) ++value;
    if (value == tag.size()) break;
    const char quote = tag[value] == '"' || tag[value] == '\'' ? tag[value] : '\0';
    std::size_t end = quote != 0 ? tag.find(quote, ++value) : tag.find_first_of(" \t\r\n>", value);
    if (end == kEnd) end = tag.size();
    if (apart && (name == "href" || name == "src")) {
      const std::string_view raw = tag.substr(value, end - value);
      const std::string absolute = web_url(base, html::decode_entities(raw));
      out += tag.substr(copied, value - copied);
      out += absolute.empty() ? std::string(raw) : escape_html(absolute);
      copied = end;
    }
    at = end;
  }
  out += tag.substr(copied);
}

}  // namespace

bool has_markup(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != kEnd;
       at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest[0] == '&' ? is_reference(rest) : is_tag_start(rest) && ends_before_next(rest)) {
      return true;
    }
    if (rest.starts_with("<!--")) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  while (true) {
    const std::size_t first = std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size());
    text.remove_prefix(first);
    if (!text.starts_with(kNoBreak)) break;
    text.remove_prefix(kNoBreak.size());
  }
  while (true) {
    const std::size_t last = text.find_last_not_of(" \t\r\n\f\v");
    text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    if (!text.ends_with(kNoBreak)) return text;
    text.remove_suffix(kNoBreak.size());
  }
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    const char32_t c = next_character(text, pos);
    if (is_white(c)) {
      space = !line.empty();
    } else if (c != U'\uFEFF' && c >= 0x20) {
      if (space) line += ' ';
      space = false;
      line += text.substr(start, pos - start);
    }
  }
  return std::string(trimmed(line));
}

std::string html_to_line(std::string_view html) {
  std::string text;
  Scanner scanner(html);
  while (const auto piece = scanner.next()) {
    if (!piece->is_tag) {
      html::append_decoded(text, piece->text);
      continue;
    }
    if (!is_tag_start(piece->text)) continue;
    const std::string name = lower(tag_name(piece->text));
    if (html::has_trait(html::tag_of_name(name), html::kBlockTag) || name == "br") text += ' ';
    const bool opens = piece->text[1] != '/';
    if (opens && (name == "script" || name == "style")) scanner.skip_raw_text(name);
  }
  return one_line(text);
}

std::string resolve_links(std::string_view html, const std::string& base) {
  if (base.empty() || html.find('<') == kEnd) return std::string(html);
  std::string resolved;
  resolved.reserve(html.size());
  Scanner scanner(html);
  while (const auto piece = scanner.next()) {
    if (piece->is_tag && is_tag_start(piece->text)) {
      append_resolved(resolved, piece->text, base);
    } else {
      resolved += piece->text;
    }
  }
  return resolved;
}

std::string text_to_html(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

std::string web_url(const std::string& base, std::string_view reference) {
  const std::string_view target = trimmed(reference);
  if (starts_with_ignoring_case(target, "http")) {
    if (const auto url = Url::parse(target)) return url->text();
  }
  const auto from = Url::parse(base);
  const auto url = from ? from->resolve(target) : std::nullopt;
  return url ? url->text() : std::string();
}

}  // namespace kiosque::feed
