#pragma once

#include <cstddef>
#include <filesystem>

#include "common/base/result.h"
#include "indexer/build/index_writer.h"
#include "indexer/crawl/store.h"

namespace kiosque {

struct RebuildReport {
  std::size_t pages = 0;       ///< read from the archive
  std::size_t skipped = 0;     ///< forgotten, expired, or without an article
  std::size_t unreadable = 0;  ///< records of damaged files
};

/// Indexes every page of a crawl's archive anew, the oldest answer first, each with what its feed
/// entry said; what was forgotten or has expired stays out. Uses no network.
[[nodiscard]] Result<RebuildReport> rebuild(const std::filesystem::path& archive, Store& store,
                                            IndexWriter& writer);

}  // namespace kiosque
