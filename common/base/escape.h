#pragma once

#include <string>
#include <string_view>

namespace kiosque {

/// Text for HTML or XML, in an element or in a quoted attribute: & < > " ' become references, and
/// characters that XML 1.0 forbids are dropped.
[[nodiscard]] std::string escape_html(std::string_view text);

/// Text as one component of a URL (RFC 3986): everything but unreserved characters as %XX.
[[nodiscard]] std::string escape_url(std::string_view text);

/// Text that cannot steer a terminal: control characters (C0 but tab and newline, DEL, C1), bidi
/// controls and invalid UTF-8 become U+FFFD.
[[nodiscard]] std::string safe_for_terminal(std::string_view text);

}  // namespace kiosque
