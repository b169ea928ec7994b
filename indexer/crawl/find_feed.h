#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/crawl/feeds.h"
#include "indexer/feed/feed.h"
#include "indexer/fetch/fetch.h"

namespace kiosque::crawl {

/// What the body of an answer holds, read in the light of its headers.
[[nodiscard]] feed::Feed feed_in(const fetch::HttpResponse& response);

/// What an address led to when it was tried.
struct FoundFeed {
  std::string url;  ///< of the feed
  feed::Feed feed;
  std::vector<feed::Link> others;  ///< further feeds the site offers
};

/// Fetches the address of `asked` as its reach and settings say; where that is a page, the first
/// feed it offers. Errors: Network (with the cause), Invalid if there is no feed.
[[nodiscard]] Result<FoundFeed> find_feed(fetch::Fetcher& fetcher, const FeedRow& asked);

}  // namespace kiosque::crawl
