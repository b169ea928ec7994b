#pragma once
// Asks the subscribed feeds and the pages they name when they are due, and puts the articles into
// an index.
//
// In: subscriptions in the index directory, the network. Out: articles in the index, answers in the
// archive, and a RunReport.
// Main types: Setup, RunReport, Memory (of Feeds, Pages, Hosts, Runs).
// Also open to other rooms: indexer/crawl/memory.h (subscriptions, pages, earlier versions),
// indexer/crawl/report.h (a run in words), indexer/crawl/find_feed.h (the feed of a site).
//
// Example (tests/unit/indexer/crawl/example_test.cc):
//   FeedRow feed;
//   feed.url = "http://a.example/rss";
//   (void)Memory::open(setup.directory).value().feeds.add(feed);
//   const RunReport report = run(setup, clock, stop).value();

#include <atomic>
#include <chrono>
#include <filesystem>
#include <optional>

#include "common/base/result.h"
#include "common/date/date.h"
#include "indexer/crawl/parts.h"
#include "indexer/crawl/report.h"
#include "indexer/fetch/curl_client.h"
#include "indexer/fetch/fetch.h"

namespace kiosque::crawl {

enum class Archiving { On, Off };

/// All that a run of the crawler is told.
struct Setup {
  std::filesystem::path directory;  ///< of the index; made if there is none
  fetch::CurlOptions curl;
  fetch::Options fetcher;
  Options crawl;
  Observer observer;
  Archiving archive = Archiving::On;
  std::optional<std::chrono::seconds> revisit;  ///< ask again for pages this young
};

/// Opens index, memory and archive in the directory and crawls. After a run that was killed the
/// first request waits a host's delay, since nobody knows what was asked last. Errors: those of
/// opening (Locked if another writer is at work) and of writing.
[[nodiscard]] Result<RunReport> run(const Setup& setup, const date::Clock& clock,
                                    const std::atomic<bool>& stop);

}  // namespace kiosque::crawl
