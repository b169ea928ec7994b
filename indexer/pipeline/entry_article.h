#pragma once

#include "common/index/article.h"
#include "indexer/feed/feed.h"

namespace kiosque::pipeline {

/// Where the page of an entry is: past the feed's counter if it says so, else its link, else its
/// identifier if that is an address; "" for none. Pure.
[[nodiscard]] std::string address_of_entry(const feed::Entry& entry);

/// What a feed entry says of the article it links to: an article of its own (`summary_only`) as
/// long as nobody has read the page. No URL if the entry has no link that can be one. Pure.
[[nodiscard]] index::Article article_of_entry(const feed::Entry& entry, const feed::Feed& feed);

}  // namespace kiosque::pipeline
