#include "indexer/fetch/curl_client.h"

#include <gtest/gtest.h>

#include "indexer/packed/packed.h"
#include "tests/support/loopback_server.h"

namespace kiosque::fetch {
namespace {

using std::chrono::milliseconds;
using test::LoopbackServer;
using test::ServerReply;
using test::ServerRequest;

HttpResult get(CurlClient& client, HttpRequest request) {
  client.start(7, request);
  for (int i = 0; i < 100; ++i) {
    auto finished = client.wait(milliseconds(1000));
    if (!finished.empty()) return std::move(finished.front().result);
  }
  return tl::unexpected(Failure{Cause::Stopped, "no end"});
}

HttpRequest private_request(std::string url) {
  HttpRequest request;
  request.url = std::move(url);
  request.reach = Reach::Any;
  return request;
}

CurlOptions options() { return {.user_agent = "Test/1 (+mailto:t@example.org)"}; }

TEST(CurlClient, SendsItsNameAndNoCookieOrReferer) {
  std::map<std::string, std::string> seen;
  LoopbackServer server([&](const ServerRequest& request) {
    seen = request.headers;
    return ServerReply{.body = "bonjour", .headers = {"Set-Cookie: a=b", "ETag: W/\"x\""}};
  });
  CurlClient client(options());
  get(client, private_request(server.url("/")));

  const HttpResult result = get(client, private_request(server.url("/a")));

  ASSERT_TRUE(result);
  EXPECT_EQ(result->status, 200);
  EXPECT_EQ(result->body, "bonjour");
  EXPECT_EQ(result->header("etag"), "W/\"x\"");
  EXPECT_EQ(result->address, "127.0.0.1");
  EXPECT_EQ(seen["user-agent"], "Test/1 (+mailto:t@example.org)");
  for (const char* coding : {"gzip", "br", "zstd"}) {
    EXPECT_NE(seen["accept-encoding"].find(coding), std::string::npos) << coding;
  }
  EXPECT_FALSE(seen.contains("cookie"));
  EXPECT_FALSE(seen.contains("referer"));
  EXPECT_FALSE(seen.contains("if-none-match"));
}

TEST(CurlClient, SendsValidatorsByteForByte) {
  std::map<std::string, std::string> seen;
  LoopbackServer server([&](const ServerRequest& request) {
    seen = request.headers;
    return ServerReply{.status = 304};
  });
  CurlClient client(options());
  HttpRequest request = private_request(server.url("/"));
  request.if_none_match = "W/\"a-gzip\"";
  request.if_modified_since = "Mon, 3 Jun 2024 1:00:00 GMT";

  const HttpResult result = get(client, request);

  ASSERT_TRUE(result);
  EXPECT_EQ(result->status, 304);
  EXPECT_EQ(seen["if-none-match"], "W/\"a-gzip\"");
  EXPECT_EQ(seen["if-modified-since"], "Mon, 3 Jun 2024 1:00:00 GMT");
}

TEST(CurlClient, DoesNotFollowRedirects) {
  LoopbackServer server([](const ServerRequest&) {
    return ServerReply{.status = 302, .headers = {"Location: file:///etc/passwd"}};
  });
  CurlClient client(options());

  const HttpResult result = get(client, private_request(server.url("/")));

  ASSERT_TRUE(result);
  EXPECT_EQ(result->status, 302);
}

TEST(CurlClient, RefusesOtherSchemes) {
  CurlClient client(options());

  EXPECT_EQ(get(client, private_request("file:///etc/passwd")).error().cause, Cause::BadUrl);
}

TEST(CurlClient, UnpacksGzipDeclaredOrNot) {
  LoopbackServer server([](const ServerRequest& request) {
    ServerReply reply{.body = packed::gzip("<rss/>")};
    if (request.path == "/declared") reply.headers = {"Content-Encoding: gzip"};
    return reply;
  });
  CurlClient client(options());

  EXPECT_EQ(get(client, private_request(server.url("/declared")))->body, "<rss/>");
  EXPECT_EQ(get(client, private_request(server.url("/sitemap.xml.gz")))->body, "<rss/>");
}

TEST(CurlClient, StopsABombAfterDecompression) {
  const std::string bomb = packed::gzip(std::string(30u << 20, ' '));
  LoopbackServer server([&](const ServerRequest& request) {
    ServerReply reply{.body = bomb};
    if (request.path == "/declared") reply.headers = {"Content-Encoding: gzip"};
    return reply;
  });
  CurlClient client(options());

  EXPECT_EQ(get(client, private_request(server.url("/declared"))).error().cause, Cause::TooLarge);
  EXPECT_EQ(get(client, private_request(server.url("/plain"))).error().cause, Cause::TooLarge);
}

TEST(CurlClient, StopsAnEndlessBody) {
  LoopbackServer server([](const ServerRequest&) {
    return ServerReply{.body = std::string(100'000, 'x'), .endless = true};
  });
  CurlClient client(options());

  EXPECT_EQ(get(client, private_request(server.url("/"))).error().cause, Cause::TooLarge);
}

TEST(CurlClient, StopsEndlessHeaders) {
  LoopbackServer server([](const ServerRequest&) {
    return ServerReply{.headers =
                           std::vector<std::string>(40, "X-Filler: " + std::string(10'000, 'x'))};
  });
  CurlClient client(options());

  EXPECT_FALSE(get(client, private_request(server.url("/"))));
}

TEST(CurlClient, GivesUpOnASlowLoris) {
  LoopbackServer server([](const ServerRequest&) {
    return ServerReply{.body = std::string(1000, 'x'), .pause_between_bytes = milliseconds(20)};
  });
  CurlClient client(options());
  HttpRequest request = private_request(server.url("/"));
  request.timeout = milliseconds(200);

  EXPECT_EQ(get(client, request).error().cause, Cause::Timeout);
}

TEST(CurlClient, GivesUpOnATrickle) {
  LoopbackServer server([](const ServerRequest&) {
    return ServerReply{.body = std::string(1000, 'x'), .pause_between_bytes = milliseconds(50)};
  });
  CurlOptions patient = options();
  patient.low_speed_time = std::chrono::seconds(1);
  CurlClient client(patient);

  EXPECT_EQ(get(client, private_request(server.url("/"))).error().cause, Cause::Timeout);
}

TEST(CurlClient, TellsACutAnswerFromAWholeOne) {
  LoopbackServer server([](const ServerRequest& request) {
    if (request.path == "/reset") return ServerReply{.body = "un texte", .reset = true};
    return ServerReply{.body = "court", .claimed_length = 1000};
  });
  CurlClient client(options());

  EXPECT_EQ(get(client, private_request(server.url("/reset"))).error().cause, Cause::Network);
  EXPECT_EQ(get(client, private_request(server.url("/short"))).error().cause, Cause::Network);
}

TEST(CurlClient, NamesTheCauseOfAFailure) {
  CurlClient client(options());

  EXPECT_EQ(get(client, private_request("http://127.0.0.1:1/")).error().cause, Cause::Connect);
  EXPECT_EQ(get(client, private_request("http://no-such-host.invalid/")).error().cause, Cause::Dns);
}

TEST(CurlClient, RefusesPrivateAddressesWhenPublicOnesAreAsked) {
  LoopbackServer server([](const ServerRequest&) { return ServerReply{}; });
  CurlClient client(options());

  const HttpResult result = get(client, {.url = server.url("/")});

  EXPECT_EQ(result.error().cause, Cause::Address);
  EXPECT_TRUE(server.hits().empty());
}

// libcurl reads these spellings of 127.0.0.1 as a number; so must we, where it only connects to
// what it is told and no address of a socket can be judged.
TEST(CurlClient, RefusesOddSpellingsOfPrivateAddresses) {
  LoopbackServer server([](const ServerRequest&) { return ServerReply{}; });
  CurlOptions told = options();
  told.connect_to = server.address();
  CurlClient client(told);

  for (const char* url : {"http://2130706433/", "http://0x7f.1/", "http://LOCALHOST/"}) {
    const HttpResult result = get(client, {.url = url});

    ASSERT_FALSE(result) << url;
    EXPECT_EQ(result.error().cause, Cause::Address) << url;
  }
}

TEST(CurlClient, RefusesAPublicNameThatResolvesToAPrivateAddress) {
  LoopbackServer server([](const ServerRequest&) { return ServerReply{}; });
  const std::string port = std::to_string(server.port());
  CurlOptions rebinding = options();
  rebinding.resolve = "rebind.example:" + port + ":127.0.0.1";
  CurlClient client(rebinding);

  const HttpResult result = get(client, {.url = "http://rebind.example:" + port + "/"});

  EXPECT_EQ(result.error().cause, Cause::Address);
  EXPECT_TRUE(server.hits().empty());
}

TEST(CurlClient, SendsEverythingWhereItIsTold) {
  LoopbackServer server(
      [](const ServerRequest& request) { return ServerReply{.body = request.host}; });
  CurlOptions directed = options();
  directed.connect_to = server.address();
  CurlClient client(directed);

  EXPECT_EQ(get(client, {.url = "http://journal.example/a"})->body, "journal.example");
  EXPECT_EQ(get(client, {.url = "http://10.0.0.1/a"}).error().cause, Cause::Address);
}

TEST(CurlClient, RunsManyRequestsAtOnce) {
  LoopbackServer server([](const ServerRequest& request) {
    return ServerReply{.body = request.path, .pause_before = milliseconds(5)};
  });
  CurlClient client(options());
  for (std::uint64_t id = 0; id < 20; ++id) {
    client.start(id, private_request(server.url("/" + std::to_string(id))));
  }

  std::map<std::uint64_t, std::string> bodies;
  while (bodies.size() < 20) {
    for (auto& finished : client.wait(milliseconds(1000))) {
      bodies[finished.id] = finished.result->body;
    }
  }

  EXPECT_EQ(bodies[13], "/13");
}

}  // namespace
}  // namespace kiosque::fetch
