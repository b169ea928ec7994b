#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosque::archive {

/// ASCII letters in lower case, all else as it is.
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// Header fields as lines; names in lower case.
struct HeaderBlock {
  std::vector<std::pair<std::string, std::string>> fields;

  /// The first value of `name` (lower case), or "".
  [[nodiscard]] std::string value(std::string_view name) const;
};

/// Reads "Name: value" lines after a first line, which is skipped. Folded lines are joined.
[[nodiscard]] HeaderBlock parse_headers(std::string_view text);

/// An HTTP answer as archives keep it.
struct HttpMessage {
  int status = 0;
  HeaderBlock headers;
  std::string body;  ///< with whatever coding the headers name
};

/// Takes an HTTP answer apart; nothing if it has no status line.
[[nodiscard]] std::optional<HttpMessage> parse_http_message(std::string_view bytes);

/// The body without chunks and gzip, or nothing if it is damaged, larger than `limit_bytes` or
/// coded otherwise. Archives often keep decoded bodies under the old headers: a body that does not
/// look coded is taken as it is.
[[nodiscard]] std::optional<std::string> decode_body(HttpMessage message, std::size_t limit_bytes);

}  // namespace kiosque::archive
