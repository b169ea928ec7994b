#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/crawl/schedule.h"
#include "indexer/fetch/fetcher.h"

namespace kiosque::crawl {

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

/// The states of a page, and what moves it on:
///
///   New ------ fetched, in the archive ----> Fetched -- committed to the index --> Kept
///    | ^ \.... fetched, no archive ............................................>/  |
///    | '---------------- its feed entry or date of re-visit says it changed -------'
///    |---- failed, to be tried again -----> New (attempts + 1, later)
///    '---- failed for good -------------> Failed      user: Forgotten, Expired (never fetched
///    again)
///
/// Invariants: Kept is written only after the commit that holds the article; Fetched names a record
/// of the archive, so a crash costs no second request; a page has one row, by canonical URL.
enum class PageStatus { New = 0, Fetched = 1, Kept = 2, Failed = 3, Forgotten = 4, Expired = 5 };

struct PageRow {
  std::int64_t id = 0;
  std::string url;      ///< canonical: the identity
  std::string address;  ///< as the feed links it: what is fetched
  std::string host;
  std::string feed;  ///< URL of the feed that named it first
  fetch::Reach reach = fetch::Reach::Public;
  PageStatus status = PageStatus::New;
  int attempts = 0;
  Moment next_check{};
  std::string etag;
  std::string last_modified;
  std::uint64_t body_hash = 0;  ///< of the last answer that was a page
  std::uint64_t entry_hash = 0;
  std::string entry;  ///< the feed's account of the article, as a record (common/index/record.h)
  Moment first_seen{};
  Moment fetched{};
  std::string last_error;
  std::string archive_file;  ///< with Fetched: where the answer lies
  std::int64_t archive_offset = 0;
};

/// What offering a page to the store made of it.
enum class Offer { New, Changed, Known, Unwanted };

/// An earlier state of an article that has changed.
struct Version {
  Moment replaced{};
  std::string record;  ///< common/index/record.h
};

struct RunRow {
  Moment started{};
  Moment ended{};       ///< zero: still running, or killed
  std::string summary;  ///< JSON
};

/// The crawler's memory: `DIR/crawl.sqlite`, in WAL mode with synchronous=FULL, so that what a
/// committed transaction says survives a power cut. One process crawls (the index lock sees to
/// that); others may read and change subscriptions meanwhile. Not safe from two threads at once.
///
/// Every method fails with Io, Full, Corrupt or Locked, naming the file.
class Store final : public fetch::HostMemory {
 public:
  /// Opens or makes the file. `directory` must exist.
  [[nodiscard]] static Result<Store> open(const std::filesystem::path& directory);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store() override;

  /// Runs `body` as one transaction, undone if it fails. Not nested.
  [[nodiscard]] Status transaction(const std::function<Status()>& body);

  // Subscriptions.
  /// False if it was there; one that is Gone or fails is then asked at the next occasion.
  [[nodiscard]] Result<bool> add_feed(const FeedRow& feed);
  [[nodiscard]] Result<bool> remove_feed(const std::string& url);
  [[nodiscard]] Result<std::vector<FeedRow>> feeds();
  [[nodiscard]] Result<std::vector<FeedRow>> due_feeds(Moment now);
  /// Makes all that are Gone or fail due, as if they had not failed, and returns how many.
  [[nodiscard]] Result<std::int64_t> retry_failing();
  /// The feed subscribed by this URL, if there is one. The user may change subscriptions while a
  /// crawl waits for an answer. Feeds are known by URL alone: ids are used again.
  [[nodiscard]] Result<std::optional<FeedRow>> feed(const std::string& url);
  /// Writes what a crawl finds out: all but the two below. Nothing if it is subscribed no more.
  [[nodiscard]] Status save_state(const FeedRow& feed);
  /// Writes what the user says: folder, reach, parent and settings. Nothing if subscribed no more.
  [[nodiscard]] Status save_wishes(const FeedRow& feed);
  /// Gives a feed another URL; it gives way to one that is subscribed there already. Pages and
  /// sitemaps that it has named stay its own.
  [[nodiscard]] Status move_feed(const FeedRow& feed, const std::string& url);

  // Pages.
  /// Tells of an entry: a new page becomes New; a kept one whose `entry_hash` differs is fetched
  /// again (conditionally); forgotten and expired ones stay so.
  [[nodiscard]] Result<Offer> offer_page(const PageRow& page);
  [[nodiscard]] Result<std::optional<PageRow>> page(const std::string& url);
  /// Due pages, at most `per_host` of each host, the oldest first.
  [[nodiscard]] Result<std::vector<PageRow>> due_pages(Moment now, int per_host);
  [[nodiscard]] Result<std::vector<PageRow>> pages_in(PageStatus status);
  [[nodiscard]] Status save_page(const PageRow& page);
  /// Makes the kept pages seen first after `since` due again.
  [[nodiscard]] Status revisit_since(Moment since, Moment now);
  /// Marks a URL so that no feed brings it back, known or not, and drops its versions.
  [[nodiscard]] Status bury(const std::string& url, PageStatus status);
  [[nodiscard]] Result<std::map<PageStatus, std::int64_t>> page_counts();
  /// The earliest moment at which a feed or page is due, if there is one.
  [[nodiscard]] Result<std::optional<Moment>> next_due();

  // Earlier versions of articles.
  [[nodiscard]] Status add_version(const std::string& url, const Version& version);
  [[nodiscard]] Result<std::vector<Version>> versions(const std::string& url);

  // Runs.
  [[nodiscard]] Result<std::int64_t> begin_run(Moment now);
  [[nodiscard]] Status end_run(std::int64_t id, Moment now, const std::string& summary);
  [[nodiscard]] Result<std::optional<RunRow>> last_run();

  // HostMemory. Here a failure is no news: what cannot be read is not remembered, and the next
  // write of the run reports the trouble.
  [[nodiscard]] std::optional<fetch::RobotsCopy> robots(const std::string& origin) override;
  void keep_robots(const std::string& origin, const fetch::RobotsCopy& copy) override;
  [[nodiscard]] std::optional<Moment> held_until(const std::string& host) override;
  void hold(const std::string& host, Moment until) override;
  [[nodiscard]] std::optional<Moment> https_until(const std::string& host) override;
  void keep_https(const std::string& host, Moment until) override;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  [[nodiscard]] std::optional<Moment> until_of(const std::string& table, const std::string& host);
  void keep_until(const std::string& table, const std::string& host, Moment until);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::crawl
