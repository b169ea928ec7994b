#include "indexer/crawl/store.h"

#include <gtest/gtest.h>

#include <fstream>

#include "indexer/crawl/sqlite.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;

const Moment kNow{1'717'408'800s};

FeedRow feed_of(std::string url) {
  FeedRow feed;
  feed.url = std::move(url);
  feed.title = "L'été";
  return feed;
}

PageRow page_of(std::string url, std::uint64_t entry_hash = 1) {
  PageRow page;
  page.address = page.url = std::move(url);
  page.host = "a.fr";
  page.feed = "https://a.fr/rss";
  page.entry_hash = entry_hash;
  page.next_check = kNow;
  return page;
}

class StoreTest : public testing::Test {
 protected:
  test::TempDir dir_;
  Store store_ = Store::open(dir_.path()).value();

  PageRow saved(std::string url) { return store_.page(url).value().value(); }
};

TEST_F(StoreTest, GivesBackAFeedByteForByte) {
  FeedRow feed = feed_of("https://a.fr/rss");
  ASSERT_TRUE(store_.add_feed(feed).value());
  feed = store_.feeds().value().at(0);
  feed.etag = "W/\"\xC3\xA9-gzip\"";
  feed.body_hash = 0xFFFF'FFFF'FFFF'FFFF;
  feed.validators_of = "https://a.fr/feed";
  feed.settings = {.every = 90min, .user_agent = "X/1", .trust = fetch::Trust::AnyCertificate};
  feed.redirect = {"https://b.fr/rss", kNow, 2};
  feed.next_check = kNow + 5h;
  ASSERT_TRUE(store_.save_state(feed));
  ASSERT_TRUE(store_.save_wishes(feed));

  Store again = Store::open(dir_.path()).value();
  const FeedRow read = again.feeds().value().at(0);

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

TEST_F(StoreTest, SubscribesOnce) {
  EXPECT_TRUE(store_.add_feed(feed_of("https://a.fr/rss")).value());
  EXPECT_FALSE(store_.add_feed(feed_of("https://a.fr/rss")).value());
  EXPECT_EQ(store_.feeds().value().size(), 1u);
}

TEST_F(StoreTest, RevivesAGoneFeedThatIsAddedAgain) {
  (void)store_.add_feed(feed_of("https://a.fr/rss"));
  FeedRow feed = store_.feeds().value().at(0);
  feed.status = FeedStatus::Gone;
  ASSERT_TRUE(store_.save_state(feed));
  EXPECT_TRUE(store_.due_feeds(kNow).value().empty());

  (void)store_.add_feed(feed_of("https://a.fr/rss"));

  EXPECT_EQ(store_.due_feeds(kNow).value().size(), 1u);
}

TEST_F(StoreTest, GivesDueFeedsOnly) {
  FeedRow later = feed_of("https://b.fr/rss");
  later.next_check = kNow + 1s;
  (void)store_.add_feed(feed_of("https://a.fr/rss"));
  (void)store_.add_feed(later);

  EXPECT_EQ(store_.due_feeds(kNow).value().size(), 1u);
  EXPECT_EQ(store_.due_feeds(kNow + 1s).value().size(), 2u);
}

TEST_F(StoreTest, ACrawlKeepsWhatTheUserSaidMeanwhile) {
  (void)store_.add_feed(feed_of("https://a.fr/rss"));
  FeedRow asked = store_.feeds().value().at(0);
  FeedRow wish = asked;
  wish.folder = "Presse";
  wish.reach = fetch::Reach::Any;
  wish.settings = {.every = 90min, .user_agent = "X/1", .trust = fetch::Trust::AnyCertificate};
  ASSERT_TRUE(store_.save_wishes(wish));

  asked.etag = "\"a\"";
  ASSERT_TRUE(store_.save_state(asked));

  const FeedRow read = store_.feeds().value().at(0);
  EXPECT_EQ(read.etag, "\"a\"");
  EXPECT_EQ(read.folder, "Presse");
  EXPECT_EQ(read.reach, fetch::Reach::Any);
  EXPECT_EQ(read.settings.every, 90min);
  EXPECT_EQ(read.settings.user_agent, "X/1");
  EXPECT_EQ(read.settings.trust, fetch::Trust::AnyCertificate);
}

TEST_F(StoreTest, ARemovedFeedDoesNotComeBackNorTouchTheOneThatGotItsId) {
  (void)store_.add_feed(feed_of("https://a.fr/rss"));
  FeedRow asked = store_.feeds().value().at(0);
  ASSERT_TRUE(store_.remove_feed("https://a.fr/rss").value());
  (void)store_.add_feed(feed_of("https://b.fr/rss"));
  ASSERT_EQ(store_.feeds().value().at(0).id, asked.id);

  asked.etag = "\"a\"";
  ASSERT_TRUE(store_.save_state(asked));

  const auto feeds = store_.feeds().value();
  ASSERT_EQ(feeds.size(), 1u);
  EXPECT_EQ(feeds[0].url, "https://b.fr/rss");
  EXPECT_EQ(feeds[0].etag, "");
  EXPECT_FALSE(store_.feed("https://a.fr/rss").value());
}

TEST_F(StoreTest, JoinsAFeedThatMovedToASubscribedAddress) {
  (void)store_.add_feed(feed_of("https://a.fr/rss"));
  (void)store_.add_feed(feed_of("https://b.fr/rss"));

  ASSERT_TRUE(store_.move_feed(feed_of("https://a.fr/rss"), "https://b.fr/rss"));

  EXPECT_EQ(store_.feeds().value().size(), 1u);
}

TEST_F(StoreTest, OffersAPageOnceAndAgainWhenItsEntryChanges) {
  EXPECT_EQ(store_.offer_page(page_of("https://a.fr/1", 1)).value(), Offer::New);
  EXPECT_EQ(store_.offer_page(page_of("https://a.fr/1", 1)).value(), Offer::Known);
  PageRow kept = saved("https://a.fr/1");
  kept.status = PageStatus::Kept;
  ASSERT_TRUE(store_.save_page(kept));

  EXPECT_EQ(store_.offer_page(page_of("https://a.fr/1", 2)).value(), Offer::Changed);

  EXPECT_EQ(store_.due_pages(kNow, 5).value().size(), 1u);
}

TEST_F(StoreTest, LetsNoSecondFeedCallAPageChanged) {
  (void)store_.offer_page(page_of("https://a.fr/1", 1));
  PageRow other = page_of("https://a.fr/1", 2);
  other.feed = "https://a.fr/autre";

  EXPECT_EQ(store_.offer_page(other).value(), Offer::Known);
}

TEST_F(StoreTest, NeverBringsBackABuriedPage) {
  (void)store_.offer_page(page_of("https://a.fr/1"));
  (void)store_.add_version("https://a.fr/1", {kNow, "vieux"});

  ASSERT_TRUE(store_.bury("https://a.fr/1", PageStatus::Forgotten));
  ASSERT_TRUE(store_.bury("https://a.fr/never-seen", PageStatus::Forgotten));

  EXPECT_EQ(store_.offer_page(page_of("https://a.fr/1", 9)).value(), Offer::Unwanted);
  EXPECT_EQ(store_.offer_page(page_of("https://a.fr/never-seen")).value(), Offer::Unwanted);
  EXPECT_TRUE(store_.due_pages(kNow, 5).value().empty());
  EXPECT_TRUE(store_.versions("https://a.fr/1").value().empty());
}

TEST_F(StoreTest, SharesDuePagesBetweenHosts) {
  for (int i = 0; i < 10; ++i) {
    (void)store_.offer_page(page_of("https://a.fr/" + std::to_string(i)));
  }
  PageRow other = page_of("https://b.fr/");
  other.host = "b.fr";
  (void)store_.offer_page(other);

  EXPECT_EQ(store_.due_pages(kNow, 3).value().size(), 4u);
}

TEST_F(StoreTest, KeepsEarlierVersionsOnceEach) {
  const std::string record("a\0b", 3);
  (void)store_.add_version("https://a.fr/1", {kNow, record});
  (void)store_.add_version("https://a.fr/1", {kNow + 1h, record});
  (void)store_.add_version("https://a.fr/1", {kNow + 2h, "c"});

  const auto versions = store_.versions("https://a.fr/1").value();

  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].record, record);
}

TEST_F(StoreTest, UndoesAFailedTransaction) {
  const Status status = store_.transaction([&]() -> Status {
    (void)store_.add_feed(feed_of("https://a.fr/rss"));
    return Error{ErrorCode::Io, "no"};
  });

  EXPECT_FALSE(status);
  EXPECT_TRUE(store_.feeds().value().empty());
}

TEST_F(StoreTest, RemembersHostsAcrossRuns) {
  store_.keep_robots("https://a.fr", {200, "User-agent: *", kNow});
  store_.hold("a.fr", kNow + 1h);

  Store again = Store::open(dir_.path()).value();

  EXPECT_EQ(again.robots("https://a.fr")->body, "User-agent: *");
  EXPECT_EQ(again.held_until("a.fr"), kNow + 1h);
  EXPECT_EQ(again.robots("https://b.fr"), std::nullopt);
}

TEST_F(StoreTest, TellsARunThatDidNotEnd) {
  const auto first = store_.begin_run(kNow).value();
  ASSERT_TRUE(store_.end_run(first, kNow + 1h, "{}"));
  EXPECT_EQ(store_.last_run().value()->ended, kNow + 1h);

  (void)store_.begin_run(kNow + 24h);

  EXPECT_EQ(store_.last_run().value()->ended, Moment{});
}

TEST_F(StoreTest, KnowsWhenSomethingIsDueNext) {
  EXPECT_EQ(store_.next_due().value(), std::nullopt);
  FeedRow feed = feed_of("https://a.fr/rss");
  feed.next_check = kNow + 2h;
  (void)store_.add_feed(feed);

  EXPECT_EQ(store_.next_due().value(), kNow + 2h);
}

TEST_F(StoreTest, PagesAndSitemapsMoveWithTheirFeed) {
  (void)store_.add_feed(feed_of("https://a.fr/rss"));
  FeedRow sitemap = feed_of("https://a.fr/sitemap.xml");
  sitemap.parent = "https://a.fr/rss";
  (void)store_.add_feed(sitemap);
  (void)store_.offer_page(page_of("https://a.fr/1"));

  ASSERT_TRUE(store_.move_feed(feed_of("https://a.fr/rss"), "https://b.fr/rss"));

  EXPECT_EQ(saved("https://a.fr/1").feed, "https://b.fr/rss");
  EXPECT_EQ(store_.feeds().value().at(0).parent, "https://b.fr/rss");
}

TEST_F(StoreTest, RetriesWhatFails) {
  (void)store_.add_feed(feed_of("https://a.fr/rss"));
  (void)store_.add_feed(feed_of("https://b.fr/rss"));
  FeedRow failing = store_.feeds().value().at(0);
  failing.failures = 7;
  failing.next_check = kNow + 24h;
  ASSERT_TRUE(store_.save_state(failing));

  EXPECT_EQ(store_.retry_failing().value(), 1);

  EXPECT_EQ(store_.due_feeds(kNow).value().size(), 2u);
}

TEST(StoreOpen, BringsAFileOfTheFirstVersionUpToDate) {
  const test::TempDir dir;
  { (void)Store::open(dir.path()).value(); }
  {
    SqliteDatabase database(dir / "crawl.sqlite");
    database.run(
        "ALTER TABLE feeds DROP COLUMN validators_of; ALTER TABLE feeds DROP COLUMN every_minutes;"
        "ALTER TABLE feeds DROP COLUMN user_agent; ALTER TABLE feeds DROP COLUMN trust;"
        "ALTER TABLE pages DROP COLUMN body_hash; DROP TABLE https_hosts;"
        "INSERT INTO feeds VALUES (1, 'https://a.fr/rss', '', '', '', 0, '', 0, 'e', '', 5, 0, 0, "
        "0, 0, 0, 0, '', '', 0, 0, ''); PRAGMA user_version = 1;");
  }

  Store store = Store::open(dir.path()).value();

  const FeedRow feed = store.feeds().value().at(0);
  EXPECT_EQ(feed.etag, "e");
  EXPECT_EQ(feed.validators_of, "");
  EXPECT_EQ(feed.settings.every, 0min);
  store.keep_https("a.fr", kNow);
  EXPECT_EQ(store.https_until("a.fr"), kNow);
}

TEST(StoreOpen, RefusesAFileOfALaterVersion) {
  const test::TempDir dir;
  { (void)Store::open(dir.path()).value(); }
  { SqliteDatabase(dir / "crawl.sqlite").run("PRAGMA user_version = 999"); }

  EXPECT_THAT(Store::open(dir.path()), test::FailsWith(ErrorCode::Incompatible));
}

TEST(StoreOpen, RefusesAFileThatIsNoDatabase) {
  const test::TempDir dir;
  std::ofstream(dir.path() / "crawl.sqlite") << std::string(5000, 'x');

  EXPECT_THAT(Store::open(dir.path()), test::FailsWith(ErrorCode::Corrupt));
}

TEST(StoreOpen, NamesAMissingFolder) { EXPECT_FALSE(Store::open("/no/such/folder")); }

}  // namespace
}  // namespace kiosque::crawl
