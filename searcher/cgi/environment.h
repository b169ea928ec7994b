#pragma once

#include <map>
#include <string>
#include <string_view>

namespace kiosque::cgi {

/// The variables a web server passes with a request (RFC 3875, section 4.1) and those it was
/// configured to add. A visitor chooses the values of HTTP_* and QUERY_STRING, but no other name.
using Environment = std::map<std::string, std::string, std::less<>>;

/// From the form of environ(7): "NAME=value", ended by a null pointer.
[[nodiscard]] Environment to_environment(const char* const* variables);

/// The value, or "" if the variable is not set.
[[nodiscard]] std::string_view value_of(const Environment& environment, std::string_view name);

}  // namespace kiosque::cgi
