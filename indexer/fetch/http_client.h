#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace kiosque::fetch {

/// Why a request got no answer that can be used. An HTTP status, even 404, is an answer.
enum class Cause {
  BadUrl,    ///< no http or https URL
  Dns,       ///< the name has no address
  Connect,   ///< nobody listens there, or the way is cut
  Tls,       ///< certificate expired, for another name, self-signed …
  Timeout,   ///< too slow, as a whole or in bytes a second
  TooLarge,  ///< more bytes, after decompression, than the limit
  Redirect,  ///< a loop, too many hops, or a hop to where we do not go
  Address,   ///< the name leads into a private network
  Robots,    ///< robots.txt says no
  Held,      ///< the host asked for a pause that is not over
  Network,   ///< anything else: reset, cut short, bad compression, no HTTP
  Stopped,   ///< we are leaving
};

/// "dns", "too-large" …: the word for reports.
[[nodiscard]] std::string_view name_of(Cause cause) noexcept;

struct Failure {
  Cause cause;
  std::string message;  ///< one line for a person, without the URL
};

/// Whom a request may talk to. Public: no loopback, private, link-local or reserved address,
/// however the name resolves (see address.h).
enum class Reach { Public, Any };

/// Whether a server must prove its name. AnyCertificate is for a feed whose owner is known and
/// whose certificate no authority signed.
enum class Trust { Verified, AnyCertificate };

struct HttpRequest {
  std::string url;
  std::string accept = "*/*";
  std::string if_none_match = {};      ///< sent byte for byte when not empty
  std::string if_modified_since = {};  ///< likewise
  std::string user_agent = {};         ///< instead of the client's own; empty: the client's
  Reach reach = Reach::Public;
  Trust trust = Trust::Verified;
  std::size_t limit_bytes = 15u << 20;  ///< of the body, after decompression
  std::chrono::milliseconds timeout{30'000};
};

struct HttpHeader {
  std::string name;  ///< lower case
  std::string value;
};

struct HttpResponse {
  int status = 0;
  std::string url;  ///< that answered; after redirects not the one asked for
  std::vector<HttpHeader> headers;
  std::string body;     ///< decompressed
  std::string address;  ///< numeric, of the machine that answered

  /// Value of the first header called `name` (lower case), or "".
  [[nodiscard]] std::string_view header(std::string_view name) const noexcept;
};

using HttpResult = tl::expected<HttpResponse, Failure>;

struct HttpFinished {
  std::uint64_t id;
  HttpResult result;
  std::chrono::milliseconds elapsed;
};

/// Sends single HTTP requests, many at once: no redirects, no cookies, no retries, no waiting for
/// hosts; all that is the Fetcher's. Used from one thread.
class HttpClient {
 public:
  virtual ~HttpClient() = default;

  /// Begins a GET. The caller chooses `id`, unique among what is under way.
  virtual void start(std::uint64_t id, const HttpRequest& request) = 0;

  /// Returns what has finished, waiting up to `at_most` for the first.
  [[nodiscard]] virtual std::vector<HttpFinished> wait(std::chrono::milliseconds at_most) = 0;
};

}  // namespace kiosque::fetch
