#pragma once

#include <span>
#include <string>

#include "common/base/result.h"
#include "indexer/crawl/memory.h"
#include "indexer/write/write.h"

namespace kiosque::upkeep {

/// Takes articles out of the index for good: `status` (Forgotten or Expired) is their tombstone, so
/// that no crawl brings them back. The tombstones come first: a crash in between leaves work that
/// the same command finishes. Returns how many were in the index.
[[nodiscard]] Result<std::size_t> bury(crawl::Memory& memory, write::IndexWriter& writer,
                                       std::span<const std::string> urls, crawl::PageStatus status);

}  // namespace kiosque::upkeep
