#include "indexer/cli/opml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace kiosque::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Opml, GoesThroughAFileOfItsOwn) {
  crawl::FeedRow feed;
  feed.url = "https://a.fr/rss?a&b";
  feed.title = "L'été";
  feed.folder = "Presse";
  feed.settings = {.every = std::chrono::hours(36), .user_agent = "X/1"};
  feed.reach = fetch::Reach::Any;

  const feed::Feed list = feed::parse(to_opml(std::vector{feed}), {});

  ASSERT_EQ(list.subscriptions.size(), 1u);
  const crawl::FeedRow own = feed_of(list.subscriptions[0], Origin::Own);
  EXPECT_EQ(own.url, feed.url);
  EXPECT_EQ(own.title, feed.title);
  EXPECT_EQ(own.folder, "Presse");
  EXPECT_EQ(own.settings.every, feed.settings.every);
  EXPECT_EQ(own.settings.user_agent, "X/1");
  EXPECT_EQ(own.reach, fetch::Reach::Any);
  EXPECT_EQ(feed_of(list.subscriptions[0], Origin::Foreign).reach, fetch::Reach::Public);
}

TEST(Opml, LeavesOutWhatASitemapIndexNamesAgain) {
  crawl::FeedRow child;
  child.url = "https://a.fr/sitemap.xml";
  child.parent = "https://a.fr/sitemap-index.xml";

  EXPECT_THAT(to_opml(std::vector{child}), Not(HasSubstr("a.fr")));
}

}  // namespace
}  // namespace kiosque::cli
