#include "indexer/source/sniff.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/base/ascii.h"

namespace kiosque::source {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

template <std::size_t N>
bool contains_any(std::string_view text, const std::array<std::string_view, N>& parts) {
  return std::ranges::any_of(parts, [&](std::string_view part) { return contains(text, part); });
}

/// `head` in ASCII lower case; UTF-16 as if it were ASCII, so that its mark-up is recognised.
std::string normalise(std::string_view head) {
  std::string text;
  const bool utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (utf16) head.remove_prefix(2);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  text = head;
  if (utf16) std::erase(text, '\0');
  return lower(text);
}

bool is_binary(std::string_view text) {
  if (text.starts_with("%pdf-") || text.starts_with("{\\rtf")) return true;
  if (text.find('\0') != std::string_view::npos) return true;
  const auto controls = std::ranges::count_if(text, [](unsigned char c) {
    return c < 0x20 && (c < '\t' || c > '\r');  // white space is in between
  });
  return static_cast<std::size_t>(controls) * 50 > text.size();
}

/// Name of the first element, without its namespace prefix: past declarations and comments.
std::string_view root_element(std::string_view text) {
  while (true) {
    const std::size_t start = text.find('<');
    if (start == std::string_view::npos) return {};
    text.remove_prefix(start + 1);
    if (text.starts_with("!--")) {
      const std::size_t end = text.find("-->");
      if (end == std::string_view::npos) return {};
      text.remove_prefix(end + 3);
    } else if (text.starts_with("!doctype html")) {
      return "html";
    } else if (!text.starts_with('!') && !text.starts_with('?')) {
      break;
    }
  }
  std::string_view name = text.substr(0, text.find_first_of(" \t\r\n/>"));
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
    name.remove_prefix(colon + 1);
  }
  return name;
}

ContentKind sniff_markup(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kFeedRoots{"rss",  "feed",   "rdf",
                                                              "opml", "urlset", "sitemapindex"};
  const std::string_view root = root_element(text);
  if (std::ranges::find(kFeedRoots, root) != kFeedRoots.end()) return ContentKind::Feed;
  const bool xml = text.starts_with("<?xml");
  return xml && root != "html" ? ContentKind::Feed : ContentKind::Html;
}

/// Prose is letters and spaces; programs, styles and tables are full of signs.
bool is_prose(std::string_view text) {
  std::size_t letters = 0;
  std::size_t code_signs = 0;
  char previous = '\n';
  for (const char c : text) {
    letters += is_letter(c) || !is_ascii(c) || c == ' ' || c == '\n';
    code_signs += std::string_view("{}=<>;|_\\$#*").find(c) != std::string_view::npos;
    // A tab between words parts the columns of a table; at the start of a line it is a margin.
    code_signs += c == '\t' && previous != '\n' && previous != '\t';
    previous = c;
  }
  return letters * 10 > text.size() * 8 && code_signs * 40 < text.size();
}

/// True if the first line is a bracket alone: one JSON document over many lines, such as the
/// settings and answers that lie beside saved pages. Articles come one a line.
bool is_indented_json(std::string_view text) {
  const std::size_t next = text.find_first_not_of(" \t\r", 1);
  return next != std::string_view::npos && text[next] == '\n';
}

}  // namespace

ContentKind sniff(std::string_view head) {
  static constexpr std::array<std::string_view, 5> kHtmlSigns{"<html", "<!doctype html", "<head>",
                                                              "<body", "</p>"};
  static constexpr std::array<std::string_view, 3> kFeedSigns{"<rss", "<feed", "<rdf:rdf"};
  const std::string normalised = normalise(head.substr(0, kSniffBytes));
  std::string_view text = normalised;
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size()));
  if (text.empty()) return ContentKind::Empty;
  if (text.starts_with("warc/")) return ContentKind::Warc;
  if (is_binary(text)) return ContentKind::Other;
  if (text.starts_with('<')) return sniff_markup(text);
  if (text.starts_with('{') || text.starts_with('[')) {
    if (contains(text, "jsonfeed.org")) return ContentKind::Feed;
    return is_indented_json(text) ? ContentKind::Other : ContentKind::JsonLines;
  }
  if (contains_any(text, kFeedSigns)) return ContentKind::Feed;
  if (contains_any(text, kHtmlSigns)) return ContentKind::Html;
  return is_prose(text) ? ContentKind::PlainText : ContentKind::Other;
}

}  // namespace kiosque::source
