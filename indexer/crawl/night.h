#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "indexer/crawl/feed_round.h"
#include "indexer/crawl/page_round.h"
#include "indexer/crawl/parts.h"
#include "indexer/crawl/report.h"
#include "indexer/crawl/schedule.h"
#include "indexer/fetch/fetch.h"

namespace kiosque::crawl {

/// One run over all that is due: feeds, then the pages they name.
///
/// An answer goes through these steps, each of which a crash may follow:
///   1. archived, and the page marked Fetched (one transaction for what came together)
///   2. extracted; the article's earlier version is stored, the new one put into the index
///   3. at a checkpoint: archive synced, index committed, then pages marked Kept
/// A restart begins at 2 with what is marked Fetched. Without an archive step 1 is left out, and a
/// crash costs a second request.
class Night {
 public:
  Night(Parts parts, Options options);
  Night(const Night&) = delete;
  Night& operator=(const Night&) = delete;

  /// Runs to the end. Fails only if the index, the memory or the archive cannot be written; what
  /// was reached by then is kept.
  [[nodiscard]] Result<RunReport> run();

 private:
  using Asked = std::variant<FeedRow, PageRow>;

  /// An answer, and the feed or page that gave it.
  struct Answer {
    Asked asked;
    fetch::Fetched fetched;
  };

  [[nodiscard]] Status work();
  void leave(const char* why);
  /// True when many hosts, and nobody else since, could not be reached: then our own network is
  /// away, and no feed or page is to blame.
  [[nodiscard]] bool network_is_away(bool idle) const;
  [[nodiscard]] Status release_unreached();
  [[nodiscard]] Status top_up();
  void ask(Asked asked, fetch::Request request);
  [[nodiscard]] Status take(std::vector<fetch::Fetched> answers);
  [[nodiscard]] Status take_one(Answer answer);
  [[nodiscard]] Status finish();
  [[nodiscard]] bool may_wait() const;
  void count_host(const std::string& url, std::chrono::milliseconds elapsed);

  Parts parts_;
  Options options_;
  RunReport report_;
  FeedRound feeds_;
  PageRound pages_;
  std::map<std::uint64_t, Asked> asked_;  ///< under way, by request
  std::vector<Answer> unreached_;         ///< hosts without an answer, until anybody answers
  std::chrono::steady_clock::time_point unreached_since_;
  bool answered_ = false;  ///< somebody did, in this run
  bool network_away_ = false;
  std::map<std::string, RunReport::HostTime> hosts_;
  std::optional<Moment> short_pause_;  ///< until when something worth waiting for is held
  std::uint64_t next_request_ = 0;
  bool leaving_ = false;
};

}  // namespace kiosque::crawl
