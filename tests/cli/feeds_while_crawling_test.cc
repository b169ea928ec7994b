// Subscriptions that are changed by `indexer feeds` while a crawl waits for an answer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/crawl_world.h"
#include "tests/support/run_program.h"

namespace kiosque::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

class FeedsWhileCrawling : public testing::Test {
 protected:
  /// `indexer feeds ACTION`, which must succeed.
  void feeds(const char* action, const std::vector<std::string>& arguments) {
    std::vector<std::string> all{"feeds", action, "--index", world_.dir.path().string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const RunResult result = run_indexer(all);
    EXPECT_EQ(result.status, 0) << result.err;
  }
  std::vector<std::string> subscribed() {
    std::vector<std::string> urls;
    const auto rows = world_.memory().feeds.all().value();
    for (const crawl::FeedRow& feed : rows) urls.push_back(feed.url);
    return urls;
  }

  LoopbackServer::Handler handler_;
  CrawlWorld world_{[this](const ServerRequest& request) {
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : handler_(request);
  }};
};

TEST_F(FeedsWhileCrawling, SettingsSurviveAndCountAtOnce) {
  std::string page_reader;
  handler_ = [&](const ServerRequest& request) -> ServerReply {
    if (request.path == "/pont") {
      page_reader = request.header("user-agent");
      return page("Le pont est ouvert.");
    }
    feeds("add",
          {kFeed, "--offline", "--every", "7d", "--folder", "Presse", "--user-agent", "L/1"});
    return {.body = rss({"http://a.example/pont"}), .headers = {"ETag: \"a\""}};
  };
  world_.subscribe(kFeed);

  world_.crawl();

  const crawl::FeedRow feed = world_.feed(kFeed);
  EXPECT_EQ(feed.settings.every, std::chrono::days(7));
  EXPECT_EQ(feed.folder, "Presse");
  EXPECT_EQ(feed.etag, "\"a\"");
  EXPECT_EQ(feed.next_check, world_.clock.now() + std::chrono::days(7));
  EXPECT_EQ(page_reader, "L/1");
}

TEST_F(FeedsWhileCrawling, ARemovedFeedStaysAwayWithAllItNames) {
  handler_ = [&](const ServerRequest& request) -> ServerReply {
    if (request.path == "/pont") return page("Le pont est ouvert.");
    feeds("remove", {"http://" + request.host + request.path});
    if (request.path == "/rss") return {.body = rss({"http://a.example/pont"})};
    return {.body =
                "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap>"
                "<loc>http://b.example/enfant.xml</loc></sitemap></sitemapindex>"};
  };
  world_.subscribe(kFeed);
  world_.subscribe("http://b.example/plan.xml");

  const crawl::RunReport report = world_.crawl();

  EXPECT_THAT(subscribed(), ElementsAre());
  EXPECT_EQ(report.feeds_checked, 0u);
  EXPECT_EQ(world_.server.hits_on("/pont"), 0u);
}

TEST_F(FeedsWhileCrawling, AnAddedFeedIsAskedInTheSameRun) {
  handler_ = [&](const ServerRequest& request) -> ServerReply {
    if (request.host == "a.example") {
      feeds("remove", {kFeed});
      feeds("add", {"http://c.example/rss", "--offline"});
    }
    return {.body = rss({}), .headers = {"ETag: \"" + request.host + "\""}};
  };
  world_.subscribe("http://b.example/rss");
  world_.subscribe(kFeed);

  world_.crawl();

  EXPECT_THAT(subscribed(), UnorderedElementsAre("http://b.example/rss", "http://c.example/rss"));
  EXPECT_EQ(world_.feed("http://b.example/rss").etag, "\"b.example\"");
  EXPECT_EQ(world_.feed("http://c.example/rss").etag, "\"c.example\"");
}

}  // namespace
}  // namespace kiosque::test
