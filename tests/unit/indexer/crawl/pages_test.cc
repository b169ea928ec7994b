#include "indexer/crawl/pages.h"

#include <gtest/gtest.h>

#include "indexer/crawl/memory.h"
#include "tests/support/moment.h"
#include "tests/support/temp_dir.h"

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;

using test::kNow;

PageRow page_of(std::string url, std::uint64_t entry_hash = 1) {
  PageRow page;
  page.address = page.url = std::move(url);
  page.host = "a.fr";
  page.feed = "https://a.fr/rss";
  page.entry_hash = entry_hash;
  page.next_check = kNow;
  return page;
}

class PagesTest : public testing::Test {
 protected:
  test::TempDir dir_;
  Memory memory_ = Memory::open(dir_.path()).value();

  PageRow saved(const std::string& url) { return memory_.pages.find(url).value().value(); }
};

TEST_F(PagesTest, OffersAPageOnceAndAgainWhenItsEntryChanges) {
  EXPECT_EQ(memory_.pages.offer(page_of("https://a.fr/1", 1)).value(), Offer::New);
  EXPECT_EQ(memory_.pages.offer(page_of("https://a.fr/1", 1)).value(), Offer::Known);
  PageRow kept = saved("https://a.fr/1");
  kept.status = PageStatus::Kept;
  ASSERT_TRUE(memory_.pages.save(kept));

  EXPECT_EQ(memory_.pages.offer(page_of("https://a.fr/1", 2)).value(), Offer::Changed);

  EXPECT_EQ(memory_.pages.due(kNow, 5).value().size(), 1u);
}

TEST_F(PagesTest, LetsNoSecondFeedCallAPageChanged) {
  (void)memory_.pages.offer(page_of("https://a.fr/1", 1));
  PageRow other = page_of("https://a.fr/1", 2);
  other.feed = "https://a.fr/autre";

  EXPECT_EQ(memory_.pages.offer(other).value(), Offer::Known);
}

TEST_F(PagesTest, NeverBringsBackABuriedPage) {
  (void)memory_.pages.offer(page_of("https://a.fr/1"));
  (void)memory_.pages.add_version("https://a.fr/1", {kNow, "vieux"});

  ASSERT_TRUE(memory_.pages.put_tombstone("https://a.fr/1", PageStatus::Forgotten));
  ASSERT_TRUE(memory_.pages.put_tombstone("https://a.fr/never-seen", PageStatus::Forgotten));

  EXPECT_EQ(memory_.pages.offer(page_of("https://a.fr/1", 9)).value(), Offer::Unwanted);
  EXPECT_EQ(memory_.pages.offer(page_of("https://a.fr/never-seen")).value(), Offer::Unwanted);
  EXPECT_TRUE(memory_.pages.due(kNow, 5).value().empty());
  EXPECT_TRUE(memory_.pages.versions("https://a.fr/1").value().empty());
}

TEST_F(PagesTest, SharesDuePagesBetweenHosts) {
  for (int i = 0; i < 10; ++i) {
    (void)memory_.pages.offer(page_of("https://a.fr/" + std::to_string(i)));
  }
  PageRow other = page_of("https://b.fr/");
  other.host = "b.fr";
  (void)memory_.pages.offer(other);

  EXPECT_EQ(memory_.pages.due(kNow, 3).value().size(), 4u);
}

TEST_F(PagesTest, KeepsEarlierVersionsOnceEach) {
  const std::string record("a\0b", 3);
  (void)memory_.pages.add_version("https://a.fr/1", {kNow, record});
  (void)memory_.pages.add_version("https://a.fr/1", {kNow + 1h, record});
  (void)memory_.pages.add_version("https://a.fr/1", {kNow + 2h, "c"});

  const auto versions = memory_.pages.versions("https://a.fr/1").value();

  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].record, record);
}

}  // namespace
}  // namespace kiosque::crawl
