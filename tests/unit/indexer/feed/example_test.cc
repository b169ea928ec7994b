// The example of feed.h.

#include <gtest/gtest.h>

#include "indexer/feed/feed.h"

namespace kiosque::feed {
namespace {

TEST(FeedExample, ReadsAnRssFeed) {
  const Feed feed = parse(
      "<rss><channel><title>Le Fanal</title><item><title>Le bac</title>"
      "<link>/bac</link></item></channel></rss>",
      {.url = "https://fanal.test/rss"});
  EXPECT_EQ(feed.title, "Le Fanal");
  EXPECT_EQ(feed.entries.at(0).link, "https://fanal.test/bac");
}

}  // namespace
}  // namespace kiosque::feed
