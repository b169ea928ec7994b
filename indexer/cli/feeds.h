#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/cli/network.h"
#include "indexer/crawl/memory.h"

namespace kiosque::cli {

/// What the commands below `indexer feeds` take; each uses its part.
struct FeedsArgs {
  std::string index;
  std::vector<std::string> urls;
  std::string file;
  std::string folder;
  NetworkArgs network;
  std::string every;
  std::string user_agent;
  bool any_certificate = false;
  bool trusted = false;
  bool is_private = false;
  bool offline = false;
  bool json = false;

  /// What the options say of a feed.
  [[nodiscard]] crawl::FeedRow row(const std::string& url) const;
};

/// The memory of a crawler, whose directory is made if need be: feeds may come before articles.
[[nodiscard]] Result<crawl::Memory> open_memory(const std::string& index);

/// Adds a feed, or changes what is known of one that is there as far as `row` says; true if it is
/// new. REQUIRES: a transaction, for a crawl may be at work.
[[nodiscard]] Result<bool> subscribe(crawl::Memory& memory, const crawl::FeedRow& row);

/// `feeds import` and `feeds export`: exit statuses.
int run_feeds_import(const FeedsArgs& args);
int run_feeds_export(const FeedsArgs& args);

}  // namespace kiosque::cli
