// CurlClient against a TLS server whose certificate nobody signed.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "indexer/fetch/curl_client.h"
#include "tests/support/child_process.h"
#include "tests/support/loopback_server.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::fetch {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

int free_port() {
  return test::LoopbackServer([](const auto&) { return test::ServerReply{}; }).port();
}

bool listens(int port) {
  const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool open = ::connect(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  ::close(probe);
  return open;
}

/// `openssl s_server` with a certificate made for "journal.example".
class TlsServer {
 public:
  TlsServer() {
    const auto made = test::run_program(
        {openssl(), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-keyout", dir_ / "key.pem", "-out", certificate(), "-days", "2", "-subj",
         "/CN=journal.example", "-addext", "subjectAltName=DNS:journal.example"});
    EXPECT_EQ(made.status, 0) << made.err;
    server_.emplace(std::vector<std::string>{openssl(), "s_server", "-quiet", "-www", "-accept",
                                             std::to_string(port_), "-cert", certificate(), "-key",
                                             dir_ / "key.pem"});
    for (int i = 0; i < 500 && !listens(port_); ++i) {
      std::this_thread::sleep_for(milliseconds(10));
    }
  }

  static std::string openssl() { return "/usr/bin/openssl"; }
  [[nodiscard]] std::string certificate() const { return dir_ / "certificate.pem"; }
  [[nodiscard]] CurlOptions options() const {
    return {.user_agent = "Test", .connect_to = "127.0.0.1:" + std::to_string(port_)};
  }

 private:
  test::TempDir dir_;
  int port_ = free_port();
  std::optional<test::ChildProcess> server_;
};

HttpResult get(const CurlOptions& options, HttpRequest request) {
  CurlClient client(options);
  client.start(1, request);
  for (;;) {
    auto finished = client.wait(milliseconds(1000));
    if (!finished.empty()) return std::move(finished.front().result);
  }
}

class CurlClientTls : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::ifstream(TlsServer::openssl())) GTEST_SKIP() << "no openssl here";
  }
};

TEST_F(CurlClientTls, RefusesACertificateNobodySigned) {
  const TlsServer server;

  const HttpResult result = get(server.options(), {.url = "https://journal.example/"});

  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().cause, Cause::Tls);
  EXPECT_THAT(result.error().message, HasSubstr("self-signed"));
}

TEST_F(CurlClientTls, RefusesACertificateOfAnotherName) {
  const TlsServer server;
  CurlOptions trusting = server.options();
  trusting.ca_file = server.certificate();

  const HttpResult right = get(trusting, {.url = "https://journal.example/"});
  const HttpResult wrong = get(trusting, {.url = "https://autre.example/"});

  ASSERT_TRUE(right) << right.error().message;
  EXPECT_EQ(right->status, 200);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().cause, Cause::Tls);
  EXPECT_THAT(wrong.error().message, HasSubstr("name"));
}

TEST_F(CurlClientTls, TakesAnyCertificateForARequestThatSaysSo) {
  const TlsServer server;

  const HttpResult result =
      get(server.options(), {.url = "https://journal.example/", .trust = Trust::AnyCertificate});

  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->status, 200);
}

TEST_F(CurlClientTls, ATrustedConnectionIsNotReusedByWhoDoesNotTrustIt) {
  const TlsServer server;
  CurlClient client(server.options());
  const auto finish = [&](const HttpRequest& request) {
    client.start(1, request);
    std::vector<HttpFinished> finished;
    while (finished.empty()) finished = client.wait(milliseconds(1000));
    return std::move(finished.front().result);
  };
  ASSERT_TRUE(finish({.url = "https://journal.example/", .trust = Trust::AnyCertificate}));

  const HttpResult strict = finish({.url = "https://journal.example/"});

  ASSERT_FALSE(strict);
  EXPECT_EQ(strict.error().cause, Cause::Tls);
}

TEST_F(CurlClientTls, TellsAServerThatSpeaksNoTls) {
  test::LoopbackServer plain([](const auto&) { return test::ServerReply{}; });
  const CurlOptions options{.user_agent = "Test", .connect_to = plain.address()};

  EXPECT_EQ(get(options, {.url = "https://journal.example/"}).error().cause, Cause::Tls);
}

}  // namespace
}  // namespace kiosque::fetch
