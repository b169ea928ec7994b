#pragma once

#include <string>
#include <string_view>

namespace kiosque::feed {

/// True if `text` holds an HTML tag or a character reference with its semicolon: "a <b>c</b>",
/// "caf&eacute;", not "a < b", "AT&T".
[[nodiscard]] bool has_markup(std::string_view text);

/// The text of an HTML fragment on one line: tags, comments, scripts and styles removed, references
/// decoded, block elements as spaces, white space folded. A tag that never ends is text.
[[nodiscard]] std::string html_to_line(std::string_view html);

/// `html` with the relative addresses of its href and src attributes made absolute; those that
/// cannot be stay. An empty `base` changes nothing.
[[nodiscard]] std::string resolve_links(std::string_view html, const std::string& base);

/// `text` without white space (no-break spaces too) at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Text on one line: white space folded, none at the ends. REQUIRES: valid UTF-8.
[[nodiscard]] std::string one_line(std::string_view text);

/// Text for an HTML fragment: & < > escaped.
[[nodiscard]] std::string text_to_html(std::string_view text);

/// `reference` as an absolute http(s) URL as seen from `base` ("": unknown), or "".
[[nodiscard]] std::string web_url(const std::string& base, std::string_view reference);

}  // namespace kiosque::feed
