#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <optional>

#include "common/base/result.h"
#include "common/date/date.h"
#include "indexer/crawl/night.h"
#include "indexer/fetch/curl_client.h"

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
[[nodiscard]] Result<RunReport> crawl_directory(const Setup& setup, const date::Clock& clock,
                                                const std::atomic<bool>& stop);

}  // namespace kiosque::crawl
