#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "indexer/fetch/http_client.h"

namespace kiosque::fetch {

/// How long an answer says it stays fresh: Cache-Control max-age (less Age), else Expires (against
/// Date, or `now`). Nothing without either; zero for no-store, no-cache and the past.
[[nodiscard]] std::optional<std::chrono::seconds> freshness(const HttpResponse& response,
                                                            std::chrono::sys_seconds now);

/// The moment a Retry-After names, in either form: "120" or an HTTP date. Nothing if there is none
/// or it makes no sense; the past counts as `now`.
[[nodiscard]] std::optional<std::chrono::sys_seconds> retry_after(const HttpResponse& response,
                                                                  std::chrono::sys_seconds now);

/// For how long an answer wants its host asked by https only (Strict-Transport-Security, RFC 6797);
/// zero takes an earlier wish back. Nothing without the header or a max-age in it.
[[nodiscard]] std::optional<std::chrono::seconds> https_only(const HttpResponse& response);

/// An HTTP date (RFC 9110, 5.6.7, all three forms).
[[nodiscard]] std::optional<std::chrono::sys_seconds> parse_http_date(std::string_view text);

}  // namespace kiosque::fetch
