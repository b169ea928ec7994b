#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "common/base/result.h"
#include "indexer/crawl/feeds.h"
#include "indexer/crawl/hosts.h"
#include "indexer/crawl/pages.h"
#include "indexer/crawl/runs.h"
#include "indexer/crawl/schedule.h"

namespace kiosque::crawl {

/// What a crawler remembers: `DIR/crawl.sqlite`, in WAL mode with synchronous=FULL, so that what a
/// committed transaction says survives a power cut. One process crawls (the index lock sees to
/// that); others may read and change subscriptions meanwhile. All parts share one connection: not
/// safe from two threads at once.
///
/// Every method, of the parts too, fails with Io, Full, Corrupt, Denied or Locked, naming the file.
class Memory {
  std::shared_ptr<Database> database_;  // of which the parts below are made

 public:
  /// Opens or makes the file. `directory` must exist. Errors: Incompatible too, for the file of a
  /// later version.
  [[nodiscard]] static Result<Memory> open(const std::filesystem::path& directory);

  /// Runs `body` as one transaction over all parts, undone if it fails. Not nested.
  [[nodiscard]] Status transaction(const std::function<Status()>& body);

  /// The earliest moment at which a feed or page is due, if there is one.
  [[nodiscard]] Result<std::optional<Moment>> next_due();

  Feeds feeds;
  Pages pages;
  Hosts hosts;
  Runs runs;

 private:
  explicit Memory(std::shared_ptr<Database> database);
};

}  // namespace kiosque::crawl
