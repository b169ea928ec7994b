#include "indexer/crawl/feeds.h"

#include <gtest/gtest.h>

#include "indexer/crawl/memory.h"
#include "tests/support/moment.h"
#include "tests/support/temp_dir.h"

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;

using test::kNow;

FeedRow feed_of(std::string url) {
  FeedRow feed;
  feed.url = std::move(url);
  feed.title = "L'été";
  return feed;
}

class FeedsTest : public testing::Test {
 protected:
  test::TempDir dir_;
  Memory memory_ = Memory::open(dir_.path()).value();
};

TEST_F(FeedsTest, GivesBackAFeedByteForByte) {
  FeedRow feed = feed_of("https://a.fr/rss");
  ASSERT_TRUE(memory_.feeds.add(feed).value());
  feed = memory_.feeds.all().value().at(0);
  feed.etag = "W/\"\xC3\xA9-gzip\"";
  feed.body_hash = 0xFFFF'FFFF'FFFF'FFFF;
  feed.validators_of = "https://a.fr/feed";
  feed.settings = {.every = 90min, .user_agent = "X/1", .trust = fetch::Trust::AnyCertificate};
  feed.redirect = {"https://b.fr/rss", kNow, 2};
  feed.next_check = kNow + 5h;
  ASSERT_TRUE(memory_.feeds.save_state(feed));
  ASSERT_TRUE(memory_.feeds.save_wishes(feed));

  Memory again = Memory::open(dir_.path()).value();
  const FeedRow read = again.feeds.all().value().at(0);

  EXPECT_EQ(read.title, "L'été");
  EXPECT_EQ(read.etag, feed.etag);
  EXPECT_EQ(read.body_hash, feed.body_hash);
  EXPECT_EQ(read.redirect.url, "https://b.fr/rss");
  EXPECT_EQ(read.redirect.count, 2);
  EXPECT_EQ(read.next_check, kNow + 5h);
  EXPECT_EQ(read.validators_of, "https://a.fr/feed");
  EXPECT_EQ(read.settings.every, 90min);
  EXPECT_EQ(read.settings.user_agent, "X/1");
  EXPECT_EQ(read.settings.trust, fetch::Trust::AnyCertificate);
}

TEST_F(FeedsTest, SubscribesOnce) {
  EXPECT_TRUE(memory_.feeds.add(feed_of("https://a.fr/rss")).value());
  EXPECT_FALSE(memory_.feeds.add(feed_of("https://a.fr/rss")).value());
  EXPECT_EQ(memory_.feeds.all().value().size(), 1u);
}

TEST_F(FeedsTest, RevivesAGoneFeedThatIsAddedAgain) {
  (void)memory_.feeds.add(feed_of("https://a.fr/rss"));
  FeedRow feed = memory_.feeds.all().value().at(0);
  feed.status = FeedStatus::Gone;
  ASSERT_TRUE(memory_.feeds.save_state(feed));
  EXPECT_TRUE(memory_.feeds.due(kNow).value().empty());

  (void)memory_.feeds.add(feed_of("https://a.fr/rss"));

  EXPECT_EQ(memory_.feeds.due(kNow).value().size(), 1u);
}

TEST_F(FeedsTest, GivesDueFeedsOnly) {
  FeedRow later = feed_of("https://b.fr/rss");
  later.next_check = kNow + 1s;
  (void)memory_.feeds.add(feed_of("https://a.fr/rss"));
  (void)memory_.feeds.add(later);

  EXPECT_EQ(memory_.feeds.due(kNow).value().size(), 1u);
  EXPECT_EQ(memory_.feeds.due(kNow + 1s).value().size(), 2u);
}

TEST_F(FeedsTest, ACrawlKeepsWhatTheUserSaidMeanwhile) {
  (void)memory_.feeds.add(feed_of("https://a.fr/rss"));
  FeedRow asked = memory_.feeds.all().value().at(0);
  FeedRow wish = asked;
  wish.folder = "Presse";
  wish.reach = fetch::Reach::Any;
  wish.settings = {.every = 90min, .user_agent = "X/1", .trust = fetch::Trust::AnyCertificate};
  ASSERT_TRUE(memory_.feeds.save_wishes(wish));

  asked.etag = "\"a\"";
  ASSERT_TRUE(memory_.feeds.save_state(asked));

  const FeedRow read = memory_.feeds.all().value().at(0);
  EXPECT_EQ(read.etag, "\"a\"");
  EXPECT_EQ(read.folder, "Presse");
  EXPECT_EQ(read.reach, fetch::Reach::Any);
  EXPECT_EQ(read.settings.every, 90min);
  EXPECT_EQ(read.settings.user_agent, "X/1");
  EXPECT_EQ(read.settings.trust, fetch::Trust::AnyCertificate);
}

TEST_F(FeedsTest, ARemovedFeedDoesNotComeBackNorTouchTheOneThatGotItsId) {
  (void)memory_.feeds.add(feed_of("https://a.fr/rss"));
  FeedRow asked = memory_.feeds.all().value().at(0);
  ASSERT_TRUE(memory_.feeds.remove("https://a.fr/rss").value());
  (void)memory_.feeds.add(feed_of("https://b.fr/rss"));
  ASSERT_EQ(memory_.feeds.all().value().at(0).id, asked.id);

  asked.etag = "\"a\"";
  ASSERT_TRUE(memory_.feeds.save_state(asked));

  const auto feeds = memory_.feeds.all().value();
  ASSERT_EQ(feeds.size(), 1u);
  EXPECT_EQ(feeds[0].url, "https://b.fr/rss");
  EXPECT_EQ(feeds[0].etag, "");
  EXPECT_FALSE(memory_.feeds.find("https://a.fr/rss").value());
}

TEST_F(FeedsTest, JoinsAFeedThatMovedToASubscribedAddress) {
  (void)memory_.feeds.add(feed_of("https://a.fr/rss"));
  (void)memory_.feeds.add(feed_of("https://b.fr/rss"));

  ASSERT_TRUE(memory_.feeds.move(feed_of("https://a.fr/rss"), "https://b.fr/rss"));

  EXPECT_EQ(memory_.feeds.all().value().size(), 1u);
}

TEST_F(FeedsTest, PagesAndSitemapsMoveWithTheirFeed) {
  (void)memory_.feeds.add(feed_of("https://a.fr/rss"));
  FeedRow sitemap = feed_of("https://a.fr/sitemap.xml");
  sitemap.parent = "https://a.fr/rss";
  (void)memory_.feeds.add(sitemap);
  PageRow page;
  page.url = "https://a.fr/1";
  page.feed = "https://a.fr/rss";
  (void)memory_.pages.offer(page);

  ASSERT_TRUE(memory_.feeds.move(feed_of("https://a.fr/rss"), "https://b.fr/rss"));

  EXPECT_EQ(memory_.pages.find("https://a.fr/1").value()->feed, "https://b.fr/rss");
  EXPECT_EQ(memory_.feeds.all().value().at(0).parent, "https://b.fr/rss");
}

TEST_F(FeedsTest, RetriesWhatFails) {
  (void)memory_.feeds.add(feed_of("https://a.fr/rss"));
  (void)memory_.feeds.add(feed_of("https://b.fr/rss"));
  FeedRow failing = memory_.feeds.all().value().at(0);
  failing.failures = 7;
  failing.next_check = kNow + 24h;
  ASSERT_TRUE(memory_.feeds.save_state(failing));

  EXPECT_EQ(memory_.feeds.retry_failing().value(), 1);

  EXPECT_EQ(memory_.feeds.due(kNow).value().size(), 2u);
}

}  // namespace
}  // namespace kiosque::crawl
