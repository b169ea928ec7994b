#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace kiosque::test {

/// What a client sent. Header names are in lower case.
struct ServerRequest {
  std::string host;  ///< of the Host header, without port
  std::string path;
  std::map<std::string, std::string> headers;

  [[nodiscard]] std::string header(const std::string& name) const;
};

/// What to send back, and how to misbehave while doing so.
struct ServerReply {
  int status = 200;
  std::string body = {};
  std::vector<std::string> headers = {};           ///< "Name: value"
  std::size_t claimed_length = std::string::npos;  ///< Content-Length other than the body's
  std::chrono::milliseconds pause_before{0};
  std::chrono::milliseconds pause_between_bytes{0};  ///< slow loris
  bool endless = false;                              ///< the body again and again
  bool reset = false;                                ///< half the answer, then a TCP reset
};

/// One request as the server saw it; times are steady.
struct Hit {
  std::string host;
  std::string path;
  int status;
  bool conditional;
  std::chrono::steady_clock::time_point begin;
  std::chrono::steady_clock::time_point end;
};

/// A real HTTP/1.1 server on 127.0.0.1, one connection a request, that answers what `handler` says
/// and counts. `handler` is called from several threads.
class LoopbackServer {
 public:
  using Handler = std::function<ServerReply(const ServerRequest&)>;

  explicit LoopbackServer(Handler handler);
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  [[nodiscard]] int port() const noexcept { return port_; }
  [[nodiscard]] std::string address() const;  ///< "127.0.0.1:PORT"
  [[nodiscard]] std::string url(const std::string& path) const;
  [[nodiscard]] std::vector<Hit> hits() const;
  [[nodiscard]] std::size_t hits_on(const std::string& path) const;
  void forget_hits();
  void wait_until_idle() const;  ///< no connection is open

 private:
  void accept_all();
  void serve(int client);

  Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_{false};
  std::atomic<int> open_{0};
  mutable std::mutex mutex_;
  std::vector<Hit> hits_;
  std::jthread acceptor_;
};

}  // namespace kiosque::test
