#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "common/date/date.h"
#include "common/index/index.h"
#include "indexer/archive/archive.h"
#include "indexer/crawl/memory.h"
#include "indexer/crawl/report.h"
#include "indexer/fetch/fetch.h"
#include "indexer/write/write.h"

namespace kiosque::crawl {

enum class Waiting { ForShortPauses, Never };

struct Options {
  Waiting waiting = Waiting::ForShortPauses;  ///< whether to stay for a Retry-After of minutes
  std::optional<std::chrono::seconds> most_time;
  std::chrono::seconds network_patience{60};  ///< see Night::network_is_away
  std::chrono::seconds checkpoint_every{20};
  std::size_t checkpoint_articles = 500;
};

/// Tells of what happens: a feed or page that failed, and progress.
struct Observer {
  std::function<void(const std::string& url, const std::string& trouble)> failed;
  std::function<void(const RunReport& so_far, std::size_t pending)> progress;
};

/// What a crawl works with. All must outlive it.
struct Parts {
  Memory& memory;
  write::IndexWriter& writer;
  index::Reader& reader;  ///< of the same index: for what an article was before it changed
  fetch::Fetcher& fetcher;
  archive::Writer* archive;              ///< null: answers are not kept
  std::filesystem::path archive_folder;  ///< where earlier runs kept theirs
  const date::Clock& clock;
  const std::atomic<bool>& stop;  ///< set it to leave after what is under way
  const Observer& observer;
};

}  // namespace kiosque::crawl
