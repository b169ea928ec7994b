#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/crawl/schedule.h"

namespace kiosque::crawl {

/// What a run of the crawler did.
struct RunReport {
  struct HostTime {
    std::string host;
    std::uint64_t requests = 0;
    std::chrono::milliseconds total{0};
  };
  struct Trouble {
    std::string url;
    std::string error;
  };
  struct Move {
    std::string from;
    std::string to;
  };

  Moment started{};
  Moment ended{};
  /// "signal", "time" or "network" (it is away) if it left before all was done; else empty.
  std::string stopped_by;

  std::uint64_t feeds_checked = 0;    ///< with an answer that is a feed, or 304
  std::uint64_t feeds_unchanged = 0;  ///< 304, or the same bytes again
  std::uint64_t feeds_later = 0;      ///< put off, because their host asked for a pause
  std::uint64_t pages_fetched = 0;
  std::uint64_t pages_unchanged = 0;  ///< 304
  std::uint64_t pages_later = 0;
  std::uint64_t pages_failed = 0;
  std::uint64_t articles_new = 0;
  std::uint64_t articles_changed = 0;
  std::uint64_t articles_unchanged = 0;
  std::uint64_t bytes = 0;                        ///< of bodies, decompressed
  std::map<std::string, std::uint64_t> failures;  ///< by cause: "dns", "http-404", "no-feed" …
  std::vector<Trouble> failing_feeds;
  std::map<std::string, std::map<std::string, std::uint64_t>> failing_pages;  ///< host, cause
  std::vector<Move> moved_feeds;
  std::vector<HostTime> hosts;            ///< all while it runs; the ten slowest in the end
  std::vector<std::string> silent_feeds;  ///< nothing new for thirty days

  /// True if nothing was due.
  [[nodiscard]] bool is_empty() const;

  /// True if something that was to be done was not: exit status 3.
  [[nodiscard]] bool is_partial() const { return !failing_feeds.empty() || !stopped_by.empty(); }
};

/// The report as one JSON object, its keys as the fields above.
[[nodiscard]] std::string to_json(const RunReport& report);

/// The report as a person reads it in the morning: lines of English, at most ten of each list, and
/// nothing of what did not happen.
[[nodiscard]] std::string to_text(const RunReport& report);

/// Reads `to_json` back; an empty report for anything else.
[[nodiscard]] RunReport report_from_json(const std::string& json);

}  // namespace kiosque::crawl
