#pragma once

#include <string>
#include <string_view>

namespace kiosque::html {

/// Appends `text` to `out` with HTML character references resolved: numbers (those of 0x80 to 0x9F
/// as windows-1252, as browsers do), the names of HTML 4 and the commonest of HTML 5. What is no
/// reference stays as it is. Never longer than `text`.
void append_decoded(std::string& out, std::string_view text);

/// The same as a string.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace kiosque::html
