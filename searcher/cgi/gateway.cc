#include "searcher/cgi/gateway.h"

#include <array>
#include <string_view>

namespace kiosque::cgi {
namespace {

/// What the page needs is its own style sheet, its own icon and its own forms: nothing else is
/// allowed. Queries are in addresses, so no other site is told where a visitor comes from.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kSafety{{
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
     "frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    {"X-Robots-Tag", "noindex"},
}};

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 414:
      return "URI Too Long";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

}  // namespace

Environment to_environment(const char* const* variables) {
  Environment environment;
  for (; variables != nullptr && *variables != nullptr; ++variables) {
    const std::string_view variable = *variables;
    const std::size_t equals = variable.find('=');
    if (equals == std::string_view::npos) continue;
    environment.emplace(variable.substr(0, equals), variable.substr(equals + 1));
  }
  return environment;
}

std::string_view value_of(const Environment& environment, std::string_view name) {
  const auto found = environment.find(name);
  return found == environment.end() ? std::string_view{} : found->second;
}

std::string to_cgi(const Response& response, std::string_view method) {
  std::string text = "Status: " + std::to_string(response.status) + " ";
  text.append(reason(response.status)).append("\r\n");
  if (response.status != 304) text += "Content-Type: " + response.type + "\r\n";
  for (const auto& [name, value] : response.headers) {
    text.append(name).append(": ").append(value) += "\r\n";
  }
  for (const auto& [name, value] : kSafety) text.append(name).append(": ").append(value) += "\r\n";
  text += "\r\n";
  if (method != "HEAD" && response.status != 304) text += response.body;
  return text;
}

}  // namespace kiosque::cgi
