#pragma once

#include <string>
#include <utility>
#include <vector>

namespace kiosque::cgi {

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
