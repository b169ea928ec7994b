#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/crawl/feeds.h"
#include "indexer/crawl/parts.h"
#include "indexer/crawl/report.h"
#include "indexer/crawl/schedule.h"
#include "indexer/feed/feed.h"
#include "indexer/fetch/fetch.h"

namespace kiosque::crawl {

/// The feeds of one night: which are asked, how, and what their answers mean.
class FeedRound {
 public:
  /// `parts` and `report`, which is written, must outlive it.
  FeedRound(const Parts& parts, RunReport& report) : parts_(parts), report_(report) {}

  /// Reads how the user wants the feeds to be asked. Before all else.
  [[nodiscard]] Status open();

  /// The feeds that are due and were not given yet.
  [[nodiscard]] Result<std::vector<FeedRow>> due();

  [[nodiscard]] fetch::Request request_for(const FeedRow& feed) const;

  /// Has `url`, a page of `feed` or the feed itself, asked as the user wants it.
  void apply_settings(const std::string& feed, const std::string& url,
                      fetch::HttpRequest& request) const;

  /// Records what became of a feed, and offers the pages it names. Returns until when its host is
  /// not to be asked, if it wants a pause; now, if it did not say how long.
  ///
  /// REQUIRES: a transaction.
  [[nodiscard]] Result<std::optional<Moment>> take(const FeedRow& asked,
                                                   const fetch::Fetched& fetched);

 private:
  [[nodiscard]] Status answered(FeedRow& feed, const fetch::Fetched& fetched);
  [[nodiscard]] Status take_entries(FeedRow& feed, const feed::Feed& read);
  [[nodiscard]] Status offer_entries(FeedRow& feed, const feed::Feed& read);
  [[nodiscard]] Status record(FeedRow& feed, const fetch::Fetched& fetched);
  [[nodiscard]] Status fail(FeedRow& feed, const std::string& cause, const std::string& message,
                            std::optional<Moment> retry_after);

  const Parts& parts_;
  RunReport& report_;
  std::set<std::string> done_;                    ///< URLs asked, under way or answered
  std::map<std::string, FeedSettings> settings_;  ///< by feed URL
};

}  // namespace kiosque::crawl
