#include "indexer/fetch/curl_client.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <unordered_map>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/fetch/address.h"
#include "indexer/packed/packed.h"

namespace kiosque::fetch {
namespace {

using Milliseconds = std::chrono::milliseconds;
using namespace std::string_literals;

constexpr long kLowSpeedBytes = 100;
constexpr std::size_t kHeaderLimit = 256u << 10;

struct EasyDeleter {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;
using List = std::unique_ptr<curl_slist, ListDeleter>;

void append(List& list, const std::string& line) {
  list.reset(curl_slist_append(list.release(), line.c_str()));
}

/// One request under way. libcurl holds its address.
struct Transfer {
  std::uint64_t id = 0;
  Easy easy;
  List headers;
  List connect_to;
  List resolve;
  HttpResponse response;
  std::size_t limit_bytes = 0;
  std::size_t header_bytes = 0;
  bool public_only = true;
  bool refused_address = false;
  bool too_large = false;
  std::array<char, CURL_ERROR_SIZE> error{};
};

std::size_t on_header(char* data, std::size_t, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view line(data, size);
  transfer.header_bytes += size;
  if (transfer.header_bytes > kHeaderLimit) {
    transfer.too_large = true;
    return 0;
  }
  if (line.starts_with("HTTP/")) transfer.response.headers.clear();  // after 1xx comes the answer
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return size;
  transfer.response.headers.push_back(
      {lower(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1)))});
  return size;
}

std::size_t on_body(char* data, std::size_t, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.response.body.size() + size > transfer.limit_bytes) {
    transfer.too_large = true;
    return 0;
  }
  transfer.response.body.append(data, size);
  return size;
}

curl_socket_t on_open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.public_only && !is_public_address(address->addr)) {
    transfer.refused_address = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// A connection opened for a private feed may be reused: look again before each request.
int on_request(void* user, char* remote, char*, int, int) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.public_only && !is_public_address(std::string_view(remote))) {
    transfer.refused_address = true;
    return CURL_PREREQFUNC_ABORT;
  }
  return CURL_PREREQFUNC_OK;
}

/// The host of a web URL as libcurl will ask it, which is what must be judged: "2130706433" and
/// "0x7f.1" are 127.0.0.1. Nothing if libcurl reads no http or https URL.
std::optional<std::string> host_to_ask(const std::string& url) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), &curl_url_cleanup);
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return std::nullopt;
  const auto part = [&](CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(parsed.get(), which, &text, 0) != CURLUE_OK || text == nullptr) return ""s;
    std::string copy(text);
    curl_free(text);
    return copy;
  };
  const std::string scheme = part(CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  return lower(part(CURLUPART_HOST));
}

Cause cause_of(CURLcode code) {
  switch (code) {
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return Cause::BadUrl;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return Cause::Dns;
    case CURLE_COULDNT_CONNECT:
      return Cause::Connect;
    case CURLE_OPERATION_TIMEDOUT:
      return Cause::Timeout;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return Cause::Tls;
    default:
      return Cause::Network;
  }
}

bool has_proxy() {
  constexpr std::array kNames{"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
  return std::any_of(kNames.begin(), kNames.end(), [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  });
}

template <class Value>
void set(const Easy& easy, CURLoption option, Value value) {
  curl_easy_setopt(easy.get(), option, value);
}

}  // namespace

struct CurlClient::Impl {
  explicit Impl(CurlOptions chosen) : options(std::move(chosen)) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    multi = curl_multi_init();
    way_is_chosen = !options.connect_to.empty() || has_proxy();
  }
  ~Impl() {
    for (auto& [easy, transfer] : running) curl_multi_remove_handle(multi, easy);
    running.clear();
    curl_multi_cleanup(multi);
    curl_global_cleanup();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void set_limits(Transfer& transfer, const HttpRequest& request) const;
  void set_headers(Transfer& transfer, const HttpRequest& request) const;
  void set_address_policy(Transfer& transfer) const;
  HttpFinished finish(Transfer& transfer, CURLcode code);
  void fail(std::uint64_t id, Cause cause, std::string message) {
    refused.push_back({id, tl::unexpected(Failure{cause, std::move(message)}), Milliseconds{0}});
  }

  CurlOptions options;
  CURLM* multi = nullptr;
  bool way_is_chosen = false;
  std::unordered_map<CURL*, std::unique_ptr<Transfer>> running;
  std::vector<HttpFinished> refused;  // never started; told at the next wait
};

void CurlClient::Impl::set_limits(Transfer& transfer, const HttpRequest& request) const {
  const Easy& easy = transfer.easy;
  transfer.limit_bytes = request.limit_bytes;
  set(easy, CURLOPT_URL, request.url.c_str());
  set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(easy, CURLOPT_NOSIGNAL, 1L);
  set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
  set(easy, CURLOPT_LOW_SPEED_LIMIT, kLowSpeedBytes);
  set(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.low_speed_time.count()));
  if (!options.ca_file.empty()) set(easy, CURLOPT_CAINFO, options.ca_file.c_str());
  if (request.trust == Trust::AnyCertificate) {
    set(easy, CURLOPT_SSL_VERIFYPEER, 0L);
    set(easy, CURLOPT_SSL_VERIFYHOST, 0L);
  }
}

void CurlClient::Impl::set_headers(Transfer& transfer, const HttpRequest& request) const {
  const Easy& easy = transfer.easy;
  append(transfer.headers, "Accept: " + request.accept);
  if (!request.if_none_match.empty()) {
    append(transfer.headers, "If-None-Match: " + request.if_none_match);
  }
  if (!request.if_modified_since.empty()) {
    append(transfer.headers, "If-Modified-Since: " + request.if_modified_since);
  }
  set(easy, CURLOPT_HTTPHEADER, transfer.headers.get());
  const std::string& name = request.user_agent.empty() ? options.user_agent : request.user_agent;
  set(easy, CURLOPT_USERAGENT, name.c_str());
  set(easy, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can unpack
  set(easy, CURLOPT_HEADERFUNCTION, &on_header);
  set(easy, CURLOPT_HEADERDATA, &transfer);
  set(easy, CURLOPT_WRITEFUNCTION, &on_body);
  set(easy, CURLOPT_WRITEDATA, &transfer);
  set(easy, CURLOPT_ERRORBUFFER, transfer.error.data());
}

void CurlClient::Impl::set_address_policy(Transfer& transfer) const {
  const Easy& easy = transfer.easy;
  if (!options.connect_to.empty()) {
    append(transfer.connect_to, "::" + options.connect_to);
    set(easy, CURLOPT_CONNECT_TO, transfer.connect_to.get());
  }
  if (!options.resolve.empty()) {
    append(transfer.resolve, options.resolve);
    set(easy, CURLOPT_RESOLVE, transfer.resolve.get());
  }
  transfer.public_only = transfer.public_only && !way_is_chosen;
  set(easy, CURLOPT_OPENSOCKETFUNCTION, &on_open_socket);
  set(easy, CURLOPT_OPENSOCKETDATA, &transfer);
  set(easy, CURLOPT_PREREQFUNCTION, &on_request);
  set(easy, CURLOPT_PREREQDATA, &transfer);
}

HttpFinished CurlClient::Impl::finish(Transfer& transfer, CURLcode code) {
  curl_off_t elapsed_us = 0;
  curl_easy_getinfo(transfer.easy.get(), CURLINFO_TOTAL_TIME_T, &elapsed_us);
  const auto failed = [&](Cause cause, std::string message) {
    return HttpFinished{transfer.id, tl::unexpected(Failure{cause, std::move(message)}),
                        Milliseconds(elapsed_us / 1000)};
  };
  if (transfer.refused_address) {
    return failed(Cause::Address, "leads into a private network");
  }
  if (transfer.too_large) {
    return failed(Cause::TooLarge, fmt::format("more than {} bytes", transfer.limit_bytes));
  }
  if (code != CURLE_OK) {
    const char* detail =
        transfer.error[0] != '\0' ? transfer.error.data() : curl_easy_strerror(code);
    return failed(cause_of(code), detail);
  }
  long status = 0;
  char* address = nullptr;
  curl_easy_getinfo(transfer.easy.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(transfer.easy.get(), CURLINFO_PRIMARY_IP, &address);
  HttpResponse& response = transfer.response;
  response.status = static_cast<int>(status);
  if (address != nullptr) response.address = address;
  if (packed::is_gzip(response.body)) {  // a .gz file served as it is: many sitemaps
    auto unpacked = packed::gunzip(response.body, transfer.limit_bytes);
    if (!unpacked && unpacked.error().code == ErrorCode::Limit) {
      return failed(Cause::TooLarge, unpacked.error().message);
    }
    if (!unpacked) return failed(Cause::Network, unpacked.error().message);
    response.body = std::move(*unpacked);
  }
  return {transfer.id, std::move(response), Milliseconds(elapsed_us / 1000)};
}

CurlClient::CurlClient(CurlOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
CurlClient::~CurlClient() = default;

void CurlClient::start(std::uint64_t id, const HttpRequest& request) {
  const auto host = host_to_ask(request.url);
  if (!host) return impl_->fail(id, Cause::BadUrl, "is no http or https address");
  if (request.reach == Reach::Public && is_private_host(*host)) {
    return impl_->fail(id, Cause::Address, "leads into a private network");
  }
  auto transfer = std::make_unique<Transfer>();
  transfer->id = id;
  transfer->easy.reset(curl_easy_init());
  transfer->public_only = request.reach == Reach::Public;
  transfer->response.url = request.url;
  impl_->set_limits(*transfer, request);
  impl_->set_headers(*transfer, request);
  impl_->set_address_policy(*transfer);
  curl_multi_add_handle(impl_->multi, transfer->easy.get());
  impl_->running.emplace(transfer->easy.get(), std::move(transfer));
}

std::vector<HttpFinished> CurlClient::wait(Milliseconds at_most) {
  const auto until = std::chrono::steady_clock::now() + at_most;
  std::vector<HttpFinished> finished = std::exchange(impl_->refused, {});
  for (;;) {
    int still_running = 0;
    curl_multi_perform(impl_->multi, &still_running);
    int left = 0;
    while (CURLMsg* message = curl_multi_info_read(impl_->multi, &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL* easy = message->easy_handle;
      const CURLcode code = message->data.result;
      const auto found = impl_->running.find(easy);
      finished.push_back(impl_->finish(*found->second, code));
      curl_multi_remove_handle(impl_->multi, easy);
      impl_->running.erase(found);
    }
    const auto left_time =
        std::chrono::duration_cast<Milliseconds>(until - std::chrono::steady_clock::now());
    if (!finished.empty() || left_time <= Milliseconds{0}) return finished;
    curl_multi_poll(impl_->multi, nullptr, 0, static_cast<int>(left_time.count()), nullptr);
  }
}

}  // namespace kiosque::fetch
