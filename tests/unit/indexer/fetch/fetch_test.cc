#include "indexer/fetch/fetch.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/fetch/curl_client.h"
#include "tests/support/fake_clock.h"
#include "tests/support/loopback_server.h"
#include "tests/support/memory_of_hosts.h"
#include "tests/support/moment.h"

namespace kiosque::fetch {
namespace {

using std::chrono::milliseconds;
using test::LoopbackServer;
using test::ServerReply;
using test::ServerRequest;

constexpr milliseconds kDelay{20};
using test::kNow;

/// A Fetcher whose every request goes to one loopback server.
struct Net {
  explicit Net(LoopbackServer::Handler handler)
      : server(std::move(handler)),
        client({.user_agent = "Test", .connect_to = server.address()}),
        fetcher(client, memory, clock, {.host_delay = kDelay}) {}

  void add(std::uint64_t id, std::string url, RobotsPolicy robots = RobotsPolicy::Ignore) {
    fetcher.add({.id = id, .http = {.url = std::move(url)}, .robots = robots});
  }
  std::map<std::uint64_t, Fetched> all() {
    std::map<std::uint64_t, Fetched> ended;
    for (int i = 0; i < 1000 && fetcher.pending() > 0; ++i) {
      for (Fetched& fetched : fetcher.wait(milliseconds(500))) {
        ended.insert_or_assign(fetched.id, std::move(fetched));
      }
    }
    return ended;
  }
  Fetched one(std::string url, RobotsPolicy robots = RobotsPolicy::Ignore) {
    add(1, std::move(url), robots);
    return all().at(1);
  }

  LoopbackServer server;
  CurlClient client;
  test::MemoryOfHosts memory;
  test::FakeClock clock{kNow};
  Fetcher fetcher;
};

ServerReply redirect(int status, const std::string& location) {
  return {.status = status, .headers = {"Location: " + location}};
}

TEST(Fetcher, AsksAHostOneByOneWithAPause) {
  Net net([](const ServerRequest&) { return ServerReply{.pause_before = milliseconds(5)}; });

  for (std::uint64_t id = 0; id < 6; ++id) net.add(id, "http://a.example/" + std::to_string(id));
  net.all();

  const auto hits = net.server.hits();
  ASSERT_EQ(hits.size(), 6u);
  for (std::size_t i = 1; i < hits.size(); ++i) {
    EXPECT_GE(hits[i].begin - hits[i - 1].end, kDelay);
  }
}

TEST(Fetcher, AsksManyHostsAtOnce) {
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  Net net([&](const ServerRequest&) {
    most = std::max(most.load(), ++inside);
    std::this_thread::sleep_for(milliseconds(30));
    --inside;
    return ServerReply{};
  });

  for (std::uint64_t id = 0; id < 8; ++id) {
    net.add(id, "http://h" + std::to_string(id) + ".example/");
  }
  net.all();

  EXPECT_GT(most.load(), 1);
}

TEST(Fetcher, TellsWherePermanentRedirectsLed) {
  Net net([](const ServerRequest& request) {
    if (request.path == "/a") return redirect(301, "/b");
    if (request.path == "/b") return redirect(308, "http://b.example/c");
    return ServerReply{.body = request.host};
  });

  const Fetched fetched = net.one("http://a.example/a");

  ASSERT_TRUE(fetched.result);
  EXPECT_EQ(fetched.result->body, "b.example");
  EXPECT_EQ(fetched.result->url, "http://b.example/c");
  EXPECT_EQ(fetched.permanent_url, "http://b.example/c");
}

TEST(Fetcher, DoesNotCallAMixedChainPermanent) {
  Net net([](const ServerRequest& request) {
    if (request.path == "/a") return redirect(301, "/b");
    if (request.path == "/b") return redirect(302, "/c");
    return ServerReply{};
  });

  const Fetched fetched = net.one("http://a.example/a");

  EXPECT_EQ(fetched.result->url, "http://a.example/c");
  EXPECT_EQ(fetched.permanent_url, "");
}

TEST(Fetcher, RefusesBadRedirects) {
  Net net([](const ServerRequest& request) {
    if (request.path == "/file") return redirect(302, "file:///etc/passwd");
    if (request.path == "/loop") return redirect(302, "/loop");
    if (request.path == "/none") return ServerReply{.status = 302};
    if (request.path == "/local") return redirect(302, "http://127.0.0.1/secret");
    return redirect(302, request.path + "x");
  });
  net.add(1, "http://a.example/file");
  net.add(2, "http://a.example/loop");
  net.add(3, "http://a.example/none");
  net.add(4, "http://a.example/local");
  net.add(5, "http://a.example/far");

  auto ended = net.all();

  EXPECT_EQ(ended.at(1).result.error().cause, Cause::Redirect);
  EXPECT_EQ(ended.at(2).result.error().cause, Cause::Redirect);
  EXPECT_FALSE(ended.at(3).result && ended.at(3).result->status == 200);
  EXPECT_EQ(ended.at(4).result.error().cause, Cause::Address);
  EXPECT_EQ(ended.at(5).result.error().cause, Cause::Redirect);
  EXPECT_EQ(net.server.hits_on("/secret"), 0u);
}

TEST(Fetcher, ABadAddressIsPendingUntilItIsReturned) {
  Net net([](const ServerRequest&) { return ServerReply{}; });
  net.add(1, "http://" + std::string(8000, 'a') + "/", RobotsPolicy::Obey);

  const auto ended = net.all();

  ASSERT_EQ(ended.count(1), 1u);
  EXPECT_EQ(ended.at(1).result.error().cause, Cause::BadUrl);
}

TEST(Fetcher, ObeysRobotsForPagesAndAsksForThemOnce) {
  Net net([](const ServerRequest& request) {
    if (request.path == "/robots.txt") {
      return ServerReply{.body = "User-agent: *\nDisallow: /non\n"};
    }
    return ServerReply{};
  });
  net.add(1, "http://a.example/oui", RobotsPolicy::Obey);
  net.add(2, "http://a.example/non", RobotsPolicy::Obey);
  net.add(3, "http://a.example/non", RobotsPolicy::Ignore);

  auto ended = net.all();

  EXPECT_TRUE(ended.at(1).result);
  EXPECT_EQ(ended.at(2).result.error().cause, Cause::Robots);
  EXPECT_TRUE(ended.at(3).result);
  EXPECT_EQ(net.server.hits_on("/robots.txt"), 1u);
}

TEST(Fetcher, ObeysTheRobotsOfARedirectsTarget) {
  Net net([](const ServerRequest& request) {
    if (request.path == "/robots.txt" && request.host == "b.example") {
      return ServerReply{.body = "User-agent: *\nDisallow: /\n"};
    }
    if (request.path == "/robots.txt") return ServerReply{.status = 404};
    return redirect(302, "http://b.example/x");
  });

  const Fetched fetched = net.one("http://a.example/", RobotsPolicy::Obey);

  EXPECT_EQ(fetched.result.error().cause, Cause::Robots);
  EXPECT_EQ(net.server.hits_on("/x"), 0u);
}

TEST(Fetcher, FetchesNoPageWhileRobotsCannotBeRead) {
  Net net([](const ServerRequest& request) {
    return ServerReply{.status = request.path == "/robots.txt" ? 500 : 200};
  });

  const Fetched fetched = net.one("http://a.example/a", RobotsPolicy::Obey);

  EXPECT_EQ(fetched.result.error().cause, Cause::Network);
  EXPECT_EQ(net.server.hits_on("/a"), 0u);
}

TEST(Fetcher, KeepsRobotsADay) {
  Net net([](const ServerRequest&) { return ServerReply{}; });
  net.memory.copies["http://a.example"] = {200, "User-agent: *\nDisallow: /\n", kNow};
  net.memory.copies["http://b.example"] = {200, "User-agent: *\nDisallow: /\n",
                                           kNow - std::chrono::hours(25)};
  net.add(1, "http://a.example/a", RobotsPolicy::Obey);
  net.add(2, "http://b.example/a", RobotsPolicy::Obey);

  auto ended = net.all();

  EXPECT_EQ(ended.at(1).result.error().cause, Cause::Robots);
  EXPECT_TRUE(ended.at(2).result);
  EXPECT_EQ(net.server.hits_on("/robots.txt"), 1u);
}

TEST(Fetcher, HoldsTheWholeHostAfterRetryAfter) {
  Net net([](const ServerRequest&) {
    return ServerReply{.status = 429, .headers = {"Retry-After: 3600"}};
  });
  net.add(1, "http://a.example/1");
  net.add(2, "http://a.example/2");

  auto ended = net.all();

  EXPECT_EQ(ended.at(1).result->status, 429);
  EXPECT_EQ(ended.at(2).result.error().cause, Cause::Held);
  EXPECT_EQ(ended.at(2).held_until, kNow + std::chrono::hours(1));
  EXPECT_EQ(net.server.hits().size(), 1u);
}

TEST(Fetcher, WaitsForAShortRetryAfter) {
  Net net([](const ServerRequest& request) {
    if (request.path == "/1") return ServerReply{.status = 503, .headers = {"Retry-After: 1"}};
    return ServerReply{};
  });
  net.add(1, "http://a.example/1");
  net.add(2, "http://a.example/2");

  auto ended = net.all();

  EXPECT_EQ(ended.at(1).result->status, 503);
  EXPECT_TRUE(ended.at(2).result);
  EXPECT_GE(net.server.hits()[1].begin - net.server.hits()[0].end, milliseconds(1000));
}

TEST(Fetcher, DropsWhatWaitsWhenStopped) {
  Net net([](const ServerRequest&) { return ServerReply{.pause_before = milliseconds(20)}; });
  net.add(1, "http://a.example/1");
  net.add(2, "http://a.example/2");
  (void)net.fetcher.wait(milliseconds(0));

  net.fetcher.drop_waiting();
  auto ended = net.all();

  EXPECT_TRUE(ended.at(1).result);
  EXPECT_EQ(ended.at(2).result.error().cause, Cause::Stopped);
}

/// Answers by a function, at once and without a network: for https, and to see requests.
class FakeClient final : public HttpClient {
 public:
  void start(std::uint64_t id, const HttpRequest& request) override {
    requests.push_back(request);
    finished_.push_back({id, HttpResult(answer(request)), milliseconds(1)});
  }
  std::vector<HttpFinished> wait(milliseconds) override { return std::exchange(finished_, {}); }

  std::function<HttpResponse(const HttpRequest&)> answer;
  std::vector<HttpRequest> requests;

 private:
  std::vector<HttpFinished> finished_;
};

struct FakeNet {
  explicit FakeNet(std::function<HttpResponse(const HttpRequest&)> answer) {
    client.answer = std::move(answer);
  }
  Fetched one(Request request) {
    fetcher.add(std::move(request));
    for (;;) {
      auto ended = fetcher.wait(milliseconds(100));
      if (!ended.empty()) return std::move(ended.front());
    }
  }

  FakeClient client;
  test::MemoryOfHosts memory;
  test::FakeClock clock{kNow};
  Fetcher fetcher{client, memory, clock, {.host_delay = milliseconds(0)}};
};

Request request_for(std::string url) {
  return {.id = 1, .http = {.url = std::move(url)}, .robots = RobotsPolicy::Ignore};
}

TEST(Fetcher, KeepsToHttpsOnceAHostSaidSo) {
  FakeNet net([](const HttpRequest& request) {
    HttpResponse response{.status = 200, .url = request.url};
    response.headers = {{"strict-transport-security", "max-age=3600"}};
    return response;
  });
  (void)net.one(request_for("http://a.example/"));
  EXPECT_TRUE(net.memory.https.empty()) << "only https can promise";
  (void)net.one(request_for("https://a.example/"));

  const Fetched upgraded = net.one(request_for("http://a.example/x"));
  net.clock.advance(std::chrono::hours(2));
  const Fetched later = net.one(request_for("http://a.example/x"));

  EXPECT_EQ(upgraded.url, "https://a.example/x");
  EXPECT_EQ(later.url, "http://a.example/x");
}

TEST(Fetcher, BelievesNoPromiseOfAnUnverifiedServer) {
  FakeNet net([](const HttpRequest&) {
    HttpResponse response{.status = 200};
    response.headers = {{"strict-transport-security", "max-age=3600"}};
    return response;
  });
  Request request = request_for("https://a.example/");
  request.http.trust = Trust::AnyCertificate;

  (void)net.one(std::move(request));

  EXPECT_TRUE(net.memory.https.empty());
}

TEST(Fetcher, GoesFromNoHttpsToHttp) {
  FakeNet net([](const HttpRequest&) {
    HttpResponse response{.status = 302};
    response.headers = {{"location", "http://a.example/"}};
    return response;
  });

  const Fetched fetched = net.one(request_for("https://a.example/"));

  EXPECT_EQ(fetched.result.error().cause, Cause::Redirect);
  EXPECT_EQ(net.client.requests.size(), 1u);
}

TEST(Fetcher, APauseHoldsAllNamesOfAService) {
  FakeNet net([](const HttpRequest&) {
    HttpResponse response{.status = 429};
    response.headers = {{"retry-after", "3600"}};
    return response;
  });
  (void)net.one(request_for("https://loups.tumblr.com/rss"));

  const Fetched other = net.one(request_for("https://ours.tumblr.com/rss"));

  EXPECT_EQ(other.result.error().cause, Cause::Held);
}

TEST(Fetcher, AHostThatCannotBeReachedIsNoAnswerAboutItsRobots) {
  test::MemoryOfHosts memory;
  const test::FakeClock clock{kNow};
  CurlClient client({.user_agent = "Test", .connect_to = "127.0.0.1:1"});
  Fetcher fetcher(client, memory, clock, {});
  fetcher.add({.id = 1, .http = {.url = "http://a.example/x"}, .robots = RobotsPolicy::Obey});

  std::vector<Fetched> ended;
  while (ended.empty()) ended = fetcher.wait(milliseconds(500));

  EXPECT_EQ(ended[0].result.error().cause, Cause::Connect);
  EXPECT_TRUE(memory.copies.empty());
}

}  // namespace
}  // namespace kiosque::fetch
