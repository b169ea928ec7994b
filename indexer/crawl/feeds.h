#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "indexer/crawl/schedule.h"
#include "indexer/fetch/http_client.h"

namespace kiosque::crawl {

class Database;

/// A feed is asked while Active; Gone (410) until the user adds it again.
enum class FeedStatus { Active = 0, Gone = 1 };

/// What the user wishes for one feed. Applies to the pages it names too; `trust` only to those on
/// its own host.
struct FeedSettings {
  std::chrono::minutes every{0};  ///< ask no more often; 0: as its server and we see fit
  std::string user_agent;         ///< "": ours
  fetch::Trust trust = fetch::Trust::Verified;
};

/// A subscription and what is known of it. Moments that have not been are zero.
struct FeedRow {
  std::int64_t id = 0;
  std::string url;
  std::string title;
  std::string site;
  std::string folder;
  fetch::Reach reach =
      fetch::Reach::Public;  ///< Any: the user said that it lives in a private network
  std::string parent;        ///< sitemap index that named it, or ""
  FeedStatus status = FeedStatus::Active;
  std::string etag;  ///< byte for byte, of the last answer that was a feed
  std::string last_modified;
  std::string validators_of;  ///< URL that sent the two above, after redirects; "": unknown
  std::uint64_t body_hash = 0;
  Moment next_check{};
  Moment last_check{};
  Moment last_success{};
  Moment last_news{};  ///< when it last brought a new entry; at first, when it was first read
  int failures = 0;    ///< in a row
  Moment failing_since{};
  std::string last_error;
  Redirect redirect;
  FeedSettings settings;
  Rhythm rhythm;  ///< as last stated; an answer of 304 states none (without fresh_for)
};

/// The subscriptions of a Memory. The user may change them while a crawl waits for an answer. A
/// feed is known by its URL alone: ids are used again.
class Feeds {
 public:
  explicit Feeds(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  /// False if it was there; one that is Gone or fails is then asked at the next occasion.
  [[nodiscard]] Result<bool> add(const FeedRow& feed);
  /// Removes a feed and the sitemaps it named; false if it is not subscribed.
  [[nodiscard]] Result<bool> remove(const std::string& url);
  /// By folder, then by URL.
  [[nodiscard]] Result<std::vector<FeedRow>> all();
  /// The active ones to be asked by `now`, the one that waits longest first.
  [[nodiscard]] Result<std::vector<FeedRow>> due(Moment now);
  /// Makes all that are Gone or fail due, as if they had not failed, and returns how many.
  [[nodiscard]] Result<std::int64_t> retry_failing();
  /// The feed subscribed by this URL, if there is one.
  [[nodiscard]] Result<std::optional<FeedRow>> find(const std::string& url);
  /// Writes what a crawl finds out: all but the two below. Nothing if it is subscribed no more.
  [[nodiscard]] Status save_state(const FeedRow& feed);
  /// Writes what the user says: folder, reach, parent and settings. Nothing if subscribed no more.
  [[nodiscard]] Status save_wishes(const FeedRow& feed);
  /// Gives a feed another URL; it gives way to one that is subscribed there already. Pages and
  /// sitemaps that it has named stay its own.
  [[nodiscard]] Status move(const FeedRow& feed, const std::string& url);

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace kiosque::crawl
