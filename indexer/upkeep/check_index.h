#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace kiosque::upkeep {

struct CheckReport {
  std::size_t articles = 0;
  std::vector<std::string> damages;  ///< one line each, naming the shard; empty: all is well
};

/// Reads every table and every stored article of an index. Errors: those of reading the manifest;
/// damage to shards is in the report.
[[nodiscard]] Result<CheckReport> check_index(const std::filesystem::path& directory);

}  // namespace kiosque::upkeep
