#pragma once

#include <string>
#include <string_view>

namespace kiosque::html {

/// The bytes of an HTML, XML or JSON document as valid UTF-8 without a byte order mark. Never
/// fails.
///
/// In order: a byte order mark; UTF-16 and UTF-32 as their zero bytes show; bytes that are valid
/// UTF-8, or nearly so, whatever is declared (bad bytes become U+FFFD); the charset of
/// `content_type` (an HTTP header such as "text/html; charset=iso-8859-1"); the XML or HTML
/// declaration in the first 4 KiB; windows-1252. A declared ISO-8859-1 or ASCII means windows-1252,
/// as browsers read it (WHATWG Encoding Standard, 4.2); unknown names are skipped.
[[nodiscard]] std::string decode_to_utf8(std::string_view bytes,
                                         std::string_view content_type = {});

}  // namespace kiosque::html
