#include "tests/support/loopback_server.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace kiosque::test {
namespace {

using SteadyClock = std::chrono::steady_clock;

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string read_head(int socket) {
  std::string head;
  char buffer[4096];
  while (head.find("\r\n\r\n") == std::string::npos && head.size() < std::size_t{64} * 1024) {
    const ssize_t got = ::recv(socket, buffer, sizeof buffer, 0);
    if (got <= 0 || buffer[0] == 0x16) return {};  // 0x16: a TLS client, which waits for more
    head.append(buffer, static_cast<std::size_t>(got));
  }
  return head;
}

ServerRequest parse_head(const std::string& head) {
  ServerRequest request;
  std::size_t pos = head.find("\r\n");
  const std::string first = head.substr(0, pos);
  const std::size_t begin = first.find(' ') + 1;
  request.path = first.substr(begin, first.rfind(' ') - begin);
  while (pos + 2 < head.size()) {
    const std::size_t end = head.find("\r\n", pos + 2);
    const std::string line = head.substr(pos + 2, end - pos - 2);
    pos = end;
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) break;
    std::string name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(), ::tolower);
    request.headers[name] = line.substr(colon + 2);
  }
  request.host = request.header("host").substr(0, request.header("host").find(':'));
  return request;
}

std::string head_of(const ServerReply& reply) {
  std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " X\r\nConnection: close\r\n";
  for (const std::string& header : reply.headers) head += header + "\r\n";
  const std::size_t length =
      reply.claimed_length != std::string::npos ? reply.claimed_length : reply.body.size();
  if (!reply.endless && reply.status != 304) {
    head += "Content-Length: " + std::to_string(length) + "\r\n";
  }
  return head + "\r\n";
}

}  // namespace

std::string ServerRequest::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

LoopbackServer::LoopbackServer(Handler handler) : handler_(std::move(handler)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(listener_, 256) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("cannot listen on 127.0.0.1");
  }
  port_ = ntohs(address.sin_port);
  acceptor_ = std::jthread([this] { accept_all(); });
}

LoopbackServer::~LoopbackServer() {
  stopping_ = true;
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  ::close(listener_);
  wait_until_idle();
}

void LoopbackServer::wait_until_idle() const {
  while (open_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

std::string LoopbackServer::address() const { return "127.0.0.1:" + std::to_string(port_); }

std::string LoopbackServer::url(const std::string& path) const {
  return "http://" + address() + path;
}

std::vector<Hit> LoopbackServer::hits() const {
  const std::lock_guard lock(mutex_);
  return hits_;
}

std::size_t LoopbackServer::hits_on(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(hits_.begin(), hits_.end(), [&](const Hit& hit) { return hit.path == path; }));
}

void LoopbackServer::forget_hits() {
  const std::lock_guard lock(mutex_);
  hits_.clear();
}

void LoopbackServer::accept_all() {
  for (;;) {
    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) return;
    ++open_;
    std::thread([this, client] {
      serve(client);
      --open_;
    }).detach();
  }
}

void LoopbackServer::serve(int client) {
  const std::string head = read_head(client);
  if (head.empty()) {
    ::close(client);
    return;
  }
  const ServerRequest request = parse_head(head);
  const auto begin = SteadyClock::now();
  const ServerReply reply = handler_(request);
  std::this_thread::sleep_for(reply.pause_before);
  {
    const std::lock_guard lock(mutex_);
    const bool conditional =
        request.headers.contains("if-none-match") || request.headers.contains("if-modified-since");
    hits_.push_back(
        {request.host, request.path, reply.status, conditional, begin, SteadyClock::now()});
  }
  bool open = send_all(client, head_of(reply));
  if (reply.reset) {
    open = open && send_all(client, reply.body.substr(0, reply.body.size() / 2));
    const linger at_once{1, 0};
    ::setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  } else if (reply.pause_between_bytes.count() > 0) {
    for (std::size_t i = 0; i < reply.body.size() && open && !stopping_; ++i) {
      open = send_all(client, reply.body.substr(i, 1));
      std::this_thread::sleep_for(reply.pause_between_bytes);
    }
  } else {
    do {
      open = open && send_all(client, reply.body);
    } while (reply.endless && open && !stopping_);
  }
  ::close(client);
}

}  // namespace kiosque::test
