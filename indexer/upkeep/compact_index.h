#pragma once

#include <cstdint>
#include <filesystem>

#include "common/base/result.h"

namespace kiosque::upkeep {

struct CompactionReport {
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
};

/// Merges the shards of an index into one compact database and lets it take their place in one
/// step: searchers answer all the while, from the old shards or from the new one. Needs space for a
/// copy. Errors: NotFound, Locked, Full, Corrupt; the index is then as it was.
[[nodiscard]] Result<CompactionReport> compact_index(const std::filesystem::path& directory);

}  // namespace kiosque::upkeep
