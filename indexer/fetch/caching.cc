#include "indexer/fetch/caching.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "common/base/ascii.h"

namespace kiosque::fetch {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

std::optional<seconds> parse_seconds(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '"')) text.remove_prefix(1);
  constexpr std::int64_t kTenYears = 10LL * 366 * 86'400;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return seconds(kTenYears);
  if (error != std::errc{} || value < 0) return std::nullopt;
  return seconds(std::min(value, kTenYears));
}

/// The value of a directive in a header such as Cache-Control; "" for one without; nothing if
/// missing.
std::optional<std::string_view> directive(std::string_view header, std::string_view name,
                                          char separator = ',') {
  for (std::string_view part : split(header, separator)) {
    part = trim(part);
    const std::string_view key = part.substr(0, part.find_first_of("= "));
    if (!equals_ignoring_case(key, name)) continue;
    const auto equals = part.find('=');
    return equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1);
  }
  return std::nullopt;
}

}  // namespace

std::optional<sys_seconds> parse_http_date(std::string_view text) {
  const std::string copy(text);
  const time_t time = curl_getdate(copy.c_str(), nullptr);
  if (time < 0) return std::nullopt;
  return sys_seconds(seconds(time));
}

std::optional<seconds> freshness(const HttpResponse& response, sys_seconds now) {
  const std::string_view control = response.header("cache-control");
  if (directive(control, "no-store") || directive(control, "no-cache")) return seconds(0);
  if (const auto max_age = directive(control, "max-age")) {
    if (const auto value = parse_seconds(*max_age)) {
      const auto age = parse_seconds(response.header("age"));
      return std::max(seconds(0), *value - age.value_or(seconds(0)));
    }
  }
  const std::string_view expires = response.header("expires");
  if (expires.empty()) return std::nullopt;
  const auto until = parse_http_date(expires);
  if (!until) return seconds(0);  // "Expires: 0" means already stale (RFC 9111, 5.3)
  return std::max(seconds(0), *until - parse_http_date(response.header("date")).value_or(now));
}

std::optional<seconds> https_only(const HttpResponse& response) {
  const auto max_age = directive(response.header("strict-transport-security"), "max-age", ';');
  return max_age ? parse_seconds(*max_age) : std::nullopt;
}

std::optional<sys_seconds> retry_after(const HttpResponse& response, sys_seconds now) {
  const std::string_view value = response.header("retry-after");
  if (value.empty()) return std::nullopt;
  if (value.find_first_not_of("0123456789 ") == std::string_view::npos) {
    const auto wait = parse_seconds(value);
    return wait ? std::optional(now + *wait) : std::nullopt;
  }
  const auto until = parse_http_date(value);
  return until ? std::optional(std::max(now, *until)) : std::nullopt;
}

}  // namespace kiosque::fetch
