#pragma once

#include <string>
#include <string_view>

#include "indexer/feed/feed.h"

namespace kiosque::feed {

/// A feed as one line of JSON, the output of `indexer feed --json`: {"feed":{…},"entries":[…]},
/// with "subscriptions", "sitemaps" or "alternates" where there are any, or "error" for what is no
/// feed. Missing values are left out; times are ISO 8601.
[[nodiscard]] std::string to_json(const Feed& feed);

/// "rss", "atom", "jsonfeed", "opml", "sitemap", "newssitemap", "sitemapindex", "html", "none".
[[nodiscard]] std::string_view format_name(Format format);

}  // namespace kiosque::feed
