// The example of indexer/crawl/crawl.h.
#include <gtest/gtest.h>

#include <atomic>

#include "indexer/crawl/crawl.h"
#include "indexer/crawl/memory.h"
#include "tests/support/crawl_world.h"

namespace kiosque::crawl {
namespace {

TEST(Example, CrawlsAFeed) {
  const test::CrawlWorld world([](const test::ServerRequest& request) -> test::ServerReply {
    if (request.path == "/robots.txt") return {.status = 404};
    return request.path == "/rss" ? test::ServerReply{.body = test::rss({"http://a.example/pont"})}
                                  : test::page("Le pont est ouvert.");
  });
  const auto& setup = world.setup;
  const date::Clock& clock = world.clock;
  const std::atomic<bool>& stop = world.stop;

  FeedRow feed;
  feed.url = "http://a.example/rss";
  (void)Memory::open(setup.directory).value().feeds.add(feed);
  const RunReport report = run(setup, clock, stop).value();

  EXPECT_EQ(report.articles_new, 1u);
}

}  // namespace
}  // namespace kiosque::crawl
