#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosque::cgi {

/// The variables a web server passes with a request (RFC 3875, section 4.1) and those it was
/// configured to add. A visitor chooses the values of HTTP_* and QUERY_STRING, but no other name.
using Environment = std::map<std::string, std::string, std::less<>>;

/// From the form of environ(7): "NAME=value", ended by a null pointer.
[[nodiscard]] Environment to_environment(const char* const* variables);

/// The value, or "" if the variable is not set.
[[nodiscard]] std::string_view value_of(const Environment& environment, std::string_view name);

/// An answer of HTTP, before it is written as the web server wants it.
struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};
};

/// As CGI wants it (RFC 3875, section 6): Status, Content-Type, the headers, those that keep a
/// browser safe, an empty line, and the body unless the method was HEAD.
[[nodiscard]] std::string to_cgi(const Response& response, std::string_view method);

}  // namespace kiosque::cgi
