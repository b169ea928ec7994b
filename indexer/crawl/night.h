#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/date/date.h"
#include "common/index/index.h"
#include "indexer/archive/archive.h"
#include "indexer/crawl/memory.h"
#include "indexer/crawl/report.h"
#include "indexer/crawl/schedule.h"
#include "indexer/feed/feed.h"
#include "indexer/fetch/fetch.h"
#include "indexer/write/write.h"

namespace kiosque::crawl {

enum class Waiting { ForShortPauses, Never };

struct Options {
  std::filesystem::path archive;              ///< where answers are kept
  Waiting waiting = Waiting::ForShortPauses;  ///< whether to stay for a Retry-After of minutes
  std::optional<std::chrono::seconds> most_time;
  std::chrono::seconds network_patience{60};  ///< see Night::network_is_away
  std::chrono::seconds checkpoint_every{20};
  std::size_t checkpoint_articles = 500;
};

/// What a crawl works with. All must outlive it.
struct Parts {
  Memory& memory;
  write::IndexWriter& writer;
  index::Reader& reader;  ///< of the same index: for what an article was before it changed
  fetch::Fetcher& fetcher;
  archive::Writer* archive;  ///< null: answers are not kept
  const date::Clock& clock;
  const std::atomic<bool>& stop;  ///< set it to leave after what is under way
};

/// Tells of what happens: a feed or page that failed, and progress.
struct Observer {
  std::function<void(const std::string& url, const std::string& trouble)> failed;
  std::function<void(const RunReport& so_far, std::size_t pending)> progress;
};

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
  Night(Parts parts, Options options, Observer observer);

  /// Runs to the end. Fails only if the index, the memory or the archive cannot be written; what
  /// was reached by then is kept.
  [[nodiscard]] Result<RunReport> run();

 private:
  /// An answer that holds an article, on its way into the index.
  struct Arrival {
    PageRow page;
    std::string url;  ///< that answered
    std::string content_type;
    std::string body;
  };

  /// An answer with whom it is for.
  struct Answer {
    std::optional<FeedRow> feed;
    std::optional<PageRow> page;
    fetch::Fetched fetched;
  };

  [[nodiscard]] Status recover();
  [[nodiscard]] Status work();
  void leave(const char* why);
  /// True when many hosts, and nobody else since, could not be reached: then it is our own network
  /// that is away, and no feed or page is to be blamed.
  [[nodiscard]] bool network_is_away(bool idle) const;
  [[nodiscard]] Status release_unreached();
  [[nodiscard]] Status top_up();
  void ask_feed(FeedRow feed);
  void ask_page(PageRow page);
  void entry_is_all(PageRow page);
  [[nodiscard]] Status take(std::vector<fetch::Fetched> answers);
  [[nodiscard]] Status take_one(Answer answer);
  [[nodiscard]] Status index_arrivals();
  [[nodiscard]] Status take_feed(const FeedRow& asked, const fetch::Fetched& fetched);
  [[nodiscard]] Status feed_unanswered(FeedRow& feed, const fetch::Fetched& fetched);
  [[nodiscard]] Status feed_answered(FeedRow& feed, const fetch::Fetched& fetched);
  [[nodiscard]] Status take_entries(FeedRow& feed, const feed::Feed& read);
  [[nodiscard]] Status offer_entries(FeedRow& feed, const feed::Feed& read);
  [[nodiscard]] Status record_feed(FeedRow& feed, const fetch::Fetched& fetched);
  [[nodiscard]] Status fail_feed(FeedRow& feed, const std::string& cause,
                                 const std::string& message, std::optional<Moment> retry_after);
  [[nodiscard]] Status take_page(PageRow page, fetch::Fetched fetched);
  [[nodiscard]] Status page_arrived(PageRow page, fetch::HttpResponse response);
  [[nodiscard]] Status page_unchanged(PageRow page);
  void fail_page(PageRow page, const std::string& cause, PageFailure failure,
                 std::optional<Moment> retry_after);
  [[nodiscard]] Status index(Arrival arrival);
  [[nodiscard]] Status index_entry_of(const PageRow& page);
  [[nodiscard]] Status put(const index::Article& article);
  [[nodiscard]] Status keep_version(const index::Article& article);
  [[nodiscard]] std::string identity_of(const PageRow& page, const std::string& answered);
  void apply_settings(const std::string& feed, const std::string& url,
                      fetch::HttpRequest& request) const;
  [[nodiscard]] Status checkpoint();
  [[nodiscard]] Status finish();
  void wait_at_least_until(Moment moment);
  [[nodiscard]] bool may_wait() const;
  void count_host(const std::string& url, std::chrono::milliseconds elapsed);

  Parts parts_;
  Options options_;
  Observer observer_;
  RunReport report_;
  std::map<std::uint64_t, FeedRow> feeds_;  ///< under way, by request
  std::map<std::uint64_t, PageRow> pages_;
  std::set<std::string> feeds_done_;   ///< URLs asked in this run, under way or answered
  std::set<std::int64_t> pages_busy_;  ///< under way or not yet recorded
  std::vector<Arrival> arrivals_;
  std::vector<PageRow> outcomes_;   ///< to be recorded at the next checkpoint
  std::vector<PageRow> summaries_;  ///< pages that could not be had: index their entries
  std::vector<Answer> unreached_;   ///< hosts without an answer, until anybody answers
  std::chrono::steady_clock::time_point unreached_since_;
  bool answered_ = false;  ///< somebody did, in this run
  bool network_away_ = false;
  std::map<std::string, FeedSettings> settings_;  ///< by feed URL, where they are not the usual
  std::map<std::string, RunReport::HostTime> hosts_;
  std::optional<Moment> short_pause_;  ///< until when something worth waiting for is held
  std::uint64_t next_request_ = 0;
  bool leaving_ = false;
};

}  // namespace kiosque::crawl
