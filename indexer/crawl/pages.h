#pragma once

#include <cstdint>
#include <map>
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

/// True for a page that was deleted for good.
[[nodiscard]] constexpr bool is_tombstone(PageStatus status) noexcept {
  return status == PageStatus::Forgotten || status == PageStatus::Expired;
}

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

/// What offering a page made of it.
enum class Offer { New, Changed, Known, Unwanted };

/// An earlier state of an article that has changed.
struct Version {
  Moment replaced{};
  std::string record;  ///< common/index/record.h
};

/// The pages of a Memory, and the earlier versions of their articles.
class Pages {
 public:
  explicit Pages(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  /// Tells of an entry: a new page becomes New; a kept one whose `entry_hash` differs is fetched
  /// again (conditionally); forgotten and expired ones stay so.
  [[nodiscard]] Result<Offer> offer(const PageRow& page);
  [[nodiscard]] Result<std::optional<PageRow>> find(const std::string& url);
  /// Due pages, at most `per_host` of each host, the oldest first.
  [[nodiscard]] Result<std::vector<PageRow>> due(Moment now, int per_host);
  [[nodiscard]] Result<std::vector<PageRow>> in(PageStatus status);
  [[nodiscard]] Status save(const PageRow& page);
  /// Makes the kept pages seen first after `since` due again.
  [[nodiscard]] Status revisit_since(Moment since, Moment now);
  /// Puts a tombstone, Forgotten or Expired, on a URL, known or not, so that no feed brings it
  /// back, and drops its versions.
  [[nodiscard]] Status put_tombstone(const std::string& url, PageStatus status);
  [[nodiscard]] Result<std::map<PageStatus, std::int64_t>> counts();

  /// Nothing if the article has had a version with this record.
  [[nodiscard]] Status add_version(const std::string& url, const Version& version);
  /// The oldest first.
  [[nodiscard]] Result<std::vector<Version>> versions(const std::string& url);

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace kiosque::crawl
