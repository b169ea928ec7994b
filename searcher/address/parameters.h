#pragma once

#include <map>
#include <string>
#include <string_view>

namespace kiosque::address {

/// The parameters of a query string by name; of one that is repeated, the last.
using Parameters = std::map<std::string, std::string, std::less<>>;

/// Decodes application/x-www-form-urlencoded. Names and values come out as `clean_text`.
[[nodiscard]] Parameters parse_parameters(std::string_view query_string);

/// Bytes of a stranger as text: Windows-1252 if they are not UTF-8 (old browsers), no control or
/// bidi characters (white space becomes a space), NFC, no space at either end.
[[nodiscard]] std::string clean_text(std::string_view bytes);

}  // namespace kiosque::address
