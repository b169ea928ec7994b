#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/number.h"
#include "indexer/archive/archive.h"

namespace kiosque::archive {

/// Our own field of a record's head (the standard lets us, and others pass over it): the identity
/// of the article, where it does not follow from the address that answered.
inline constexpr std::string_view kArticleUrlField = "Kiosque-Article-URI";

/// Reads "Name: value" lines after a first line, which is skipped. Folded lines are joined.
[[nodiscard]] Fields parse_fields(std::string_view text);

/// The first value of `name` (lower case), or "".
[[nodiscard]] std::string value_of(const Fields& fields, std::string_view name);

/// The number that `text` begins with, in decimal digits; nothing without one.
template <class T>
[[nodiscard]] std::optional<T> leading_number(std::string_view text) {
  return parse_number<T>(text.substr(0, text.find_first_not_of("0123456789")));
}

/// An HTTP answer as archives keep it.
struct HttpMessage {
  int status = 0;
  Fields headers;
  std::string body;  ///< with whatever coding the headers name
};

/// Takes an HTTP answer apart; nothing if it has no status line.
[[nodiscard]] std::optional<HttpMessage> parse_http_message(std::string_view bytes);

/// The body without chunks and gzip, or nothing if it is damaged, larger than `limit_bytes` or
/// coded otherwise. Archives often keep decoded bodies under the old headers: a body that does not
/// look coded is taken as it is.
[[nodiscard]] std::optional<std::string> decode_body(HttpMessage message, std::size_t limit_bytes);

}  // namespace kiosque::archive
