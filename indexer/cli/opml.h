#pragma once

#include <span>
#include <string>

#include "indexer/crawl/memory.h"
#include "indexer/feed/feed.h"

/// Subscriptions as OPML, which other readers of feeds understand too.
namespace kiosque::cli {

/// The subscriptions as an OPML document, an outline for each folder; those that a sitemap index
/// named are left out, for it names them again.
///
/// REQUIRES: `feeds` are sorted by folder.
[[nodiscard]] std::string to_opml(std::span<const crawl::FeedRow> feeds);

/// Whether an OPML file is the user's own. What lowers our guard (a private network, any
/// certificate) counts only in one that is.
enum class Origin { Own, Foreign };

/// The subscription that a link of an OPML file asks for.
[[nodiscard]] crawl::FeedRow feed_of(const feed::Link& link, Origin origin);

}  // namespace kiosque::cli
