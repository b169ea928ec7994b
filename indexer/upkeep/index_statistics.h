#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace kiosque::upkeep {

/// A publisher and how many of its articles an index holds.
struct SourceCount {
  std::string source;
  std::size_t articles = 0;
};

/// What an index holds, at a glance.
struct Statistics {
  std::size_t articles = 0;
  std::size_t stories = 0;                         ///< near-duplicates counted once
  std::vector<SourceCount> sources;                ///< most articles first
  std::optional<std::chrono::sys_seconds> oldest;  ///< by date of publication
  std::optional<std::chrono::sys_seconds> newest;
  std::uint64_t size_bytes = 0;  ///< on disk
  std::size_t shards = 0;
  int schema_version = 0;
  int analyzer_version = 0;
};

/// Counts what the index at `directory` holds; a writer may be at work meanwhile. Errors: those of
/// IndexReader::open.
[[nodiscard]] Result<Statistics> index_statistics(const std::filesystem::path& directory);

}  // namespace kiosque::upkeep
