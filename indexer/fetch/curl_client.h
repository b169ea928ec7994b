#pragma once

#include <memory>

#include "common/base/result.h"
#include "indexer/fetch/http_client.h"

namespace kiosque::fetch {

struct CurlOptions {
  std::string user_agent;  ///< "Name/version (+contact)"
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::seconds low_speed_time{15};  ///< give up when slower than 100 bytes/s for so long
  std::string connect_to = {};  ///< "HOST:PORT": send every request there, whatever its URL
  std::string resolve = {};     ///< "HOST:PORT:ADDRESS": what a name resolves to
  std::string ca_file = {};     ///< certificates to trust instead of the system's
};

/// The real client, on libcurl's multi interface: HTTP/2 where the server has it, gzip, br and
/// zstd, TLS verified. An address that `Reach::Public` forbids is refused when the socket is made,
/// so a name that changes its address between two look-ups gains nothing. Where the operator chose
/// the way (`connect_to`, or a proxy in the environment) only the URL's own host can be judged.
class CurlClient final : public HttpClient {
 public:
  explicit CurlClient(CurlOptions options);
  ~CurlClient() override;
  CurlClient(const CurlClient&) = delete;
  CurlClient& operator=(const CurlClient&) = delete;

  void start(std::uint64_t id, const HttpRequest& request) override;
  [[nodiscard]] std::vector<HttpFinished> wait(std::chrono::milliseconds at_most) override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::fetch
