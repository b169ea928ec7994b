#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosque {

/// Text for HTML or XML, in an element or in a quoted attribute: & < > " ' become references, and
/// characters that XML 1.0 forbids are dropped.
[[nodiscard]] std::string escape_html(std::string_view text);

/// Text as one component of a URL (RFC 3986): everything but unreserved characters as %XX.
[[nodiscard]] std::string escape_url(std::string_view text);

/// `text` with each %XX as the byte it stands for; any other percent sign stays.
[[nodiscard]] std::string unescape_url(std::string_view text);

/// `text`, a part of a URL, in one spelling of its escapes (RFC 3986, 6.2.2): %XX of unreserved
/// characters decoded, others in upper case; blanks, control characters and bytes beyond ASCII as
/// %XX.
[[nodiscard]] std::string normalise_escapes(std::string_view text);

/// The byte that a "%XX" at the start of `text` stands for; nothing where there is none.
[[nodiscard]] std::optional<char> escaped_byte(std::string_view text) noexcept;

/// Appends `byte` as "%XX", in upper case.
void append_escaped(std::string& text, char byte);

/// Text that cannot steer a terminal: control characters (C0 but tab and newline, DEL, C1), bidi
/// controls and invalid UTF-8 become U+FFFD.
[[nodiscard]] std::string safe_for_terminal(std::string_view text);

}  // namespace kiosque
