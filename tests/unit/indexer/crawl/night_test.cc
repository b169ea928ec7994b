// Whole crawls: whom a night asks, for whom it waits, and when it leaves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/crawl_world.h"

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;
using test::CrawlWorld;
using test::page;
using test::rss;
using test::ServerReply;
using test::ServerRequest;
using test::site;
using testing::ElementsAre;

using test::kFeed;

struct Pause {
  int status;
  std::string retry_after;  ///< "" for none
  std::chrono::seconds quiet;
};

class CrawlNightPause : public testing::TestWithParam<Pause> {};

TEST_P(CrawlNightPause, IsHeededByTheWholeHost) {
  const Pause pause = GetParam();
  bool tired = true;
  CrawlWorld world([&](const ServerRequest&) -> ServerReply {
    if (!tired) return {.body = rss({})};
    if (pause.retry_after.empty()) return {.status = pause.status};
    return {.status = pause.status, .headers = {"Retry-After: " + pause.retry_after}};
  });
  world.subscribe("http://a.example/1");
  world.subscribe("http://a.example/2");

  const RunReport first = world.crawl();
  const std::size_t hits = world.server.hits().size();
  tired = false;
  world.crawl_after(pause.quiet - 1min);
  const std::size_t early_hits = world.server.hits().size();
  const RunReport last = world.crawl_after(2min);

  EXPECT_EQ(hits, 1u);
  EXPECT_EQ(first.feeds_later, 1u);
  EXPECT_EQ(early_hits, 0u);
  EXPECT_EQ(last.feeds_checked, 2u);
}

INSTANTIATE_TEST_SUITE_P(BothForms, CrawlNightPause,
                         testing::Values(Pause{429, "7200", 2h},
                                         Pause{429, "Mon, 03 Jun 2024 13:00:00 GMT", 3h},
                                         Pause{503, "7200", 2h},
                                         Pause{503, "Monday, 03-Jun-24 13:00:00 GMT", 3h},
                                         Pause{429, "", 1h}));

TEST(CrawlNight, APrivateServersPauseHoldsOneFeedOnly) {
  CrawlWorld world([](const ServerRequest& request) -> ServerReply {
    if (request.path == "/1") return {.status = 503, .headers = {"Retry-After: 7200"}};
    return {.body = rss({})};
  });
  for (const char* url : {"http://rsshub.local/1", "http://rsshub.local/2"}) {
    FeedRow feed;
    feed.url = url;
    feed.reach = fetch::Reach::Any;
    world.subscribe(feed);
  }

  EXPECT_EQ(world.crawl().feeds_checked, 1u);
}

TEST(CrawlNight, BlamesNobodyWhileTheNetworkIsAway) {
  CrawlWorld world([](const ServerRequest&) { return ServerReply{.body = rss({})}; });
  world.subscribe(kFeed);
  world.subscribe("http://b.example/rss");
  const std::string address = world.setup.curl.connect_to;
  world.setup.curl.connect_to = "127.0.0.1:1";

  const RunReport away = world.crawl();
  world.setup.curl.connect_to = address;
  const RunReport back = world.crawl();

  EXPECT_EQ(away.stopped_by, "network");
  EXPECT_TRUE(away.failing_feeds.empty());
  EXPECT_EQ(back.feeds_checked, 2u);
}

TEST(CrawlNight, BlamesAHostThatIsAwayWhileOthersAnswer) {
  CrawlWorld world([](const ServerRequest&) { return ServerReply{.body = rss({})}; });
  world.setup.curl.connect_to.clear();
  FeedRow here;
  here.url = world.server.url("/rss");
  here.reach = fetch::Reach::Any;
  world.subscribe(here);
  FeedRow away = here;
  away.url = "http://127.0.0.1:1/rss";
  world.subscribe(away);

  const RunReport report = world.crawl();

  EXPECT_EQ(report.feeds_checked, 1u);
  EXPECT_THAT(report.failures, ElementsAre(std::pair("connect", 1u)));
  EXPECT_EQ(report.stopped_by, "");
}

TEST(CrawlNight, LeavesWhenToldAndGoesOnNextTime) {
  std::vector<std::string> links;
  links.reserve(20);
  for (int i = 0; i < 20; ++i) links.push_back("http://a.example/" + std::to_string(i));
  CrawlWorld* told = nullptr;
  CrawlWorld world(site(links, [&](const ServerRequest& request) {
    if (request.path == "/5") told->stop = true;
    return page("Article " + request.path);
  }));
  told = &world;
  world.subscribe(kFeed);

  const RunReport first = world.crawl();
  world.stop = false;
  const RunReport second = world.crawl();

  EXPECT_EQ(first.stopped_by, "signal");
  EXPECT_TRUE(first.is_partial());
  EXPECT_GE(first.articles_new, 6u);
  EXPECT_LT(first.articles_new, 10u);
  EXPECT_EQ(first.articles_new + second.articles_new, 20u);
  for (const std::string& link : links) {
    EXPECT_EQ(world.server.hits_on(link.substr(link.rfind('/'))), 1u) << link;
  }
}

TEST(CrawlNight, LeavesWhenItsTimeIsUp) {
  CrawlWorld world(
      site({"http://a.example/pont"}, [](const ServerRequest&) { return page("Le pont."); }));
  world.subscribe(kFeed);
  world.setup.crawl.most_time = 0s;

  const RunReport first = world.crawl();
  world.setup.crawl.most_time.reset();
  const RunReport second = world.crawl();

  EXPECT_EQ(first.stopped_by, "time");
  EXPECT_EQ(second.articles_new, 1u);
}

}  // namespace
}  // namespace kiosque::crawl
