// The example of indexer/fetch/fetch.h.
#include <gtest/gtest.h>

#include <chrono>
#include <map>

#include "indexer/fetch/curl_client.h"
#include "indexer/fetch/fetch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/loopback_server.h"
#include "tests/support/memory_of_hosts.h"

namespace kiosque::fetch {
namespace {

TEST(FetchExample, FetchesWhatRobotsTxtAllows) {
  test::LoopbackServer server([](const test::ServerRequest& request) {
    const bool robots = request.path == "/robots.txt";
    return test::ServerReply{.body = robots ? "User-agent: *\nDisallow: /prive" : "Bonjour"};
  });
  CurlClient client({.user_agent = "Test", .connect_to = server.address()});
  test::MemoryOfHosts memory;
  test::FakeClock clock{std::chrono::sys_seconds{}};

  Fetcher fetcher(client, memory, clock, {.product_token = "kiosque"});
  fetcher.add({.id = 1, .http = {.url = "http://fanal.example/une"}});
  fetcher.add({.id = 2, .http = {.url = "http://fanal.example/prive"}});
  std::map<std::uint64_t, Fetched> ended;
  while (fetcher.pending() > 0) {
    for (Fetched& fetched : fetcher.wait(std::chrono::seconds(1))) ended[fetched.id] = fetched;
  }
  EXPECT_EQ(ended[1].result->body, "Bonjour");
  EXPECT_EQ(ended[2].result.error().cause, Cause::Robots);
}

}  // namespace
}  // namespace kiosque::fetch
