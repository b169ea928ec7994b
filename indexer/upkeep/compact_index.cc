#include "indexer/upkeep/compact_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/index/word_forms.h"
#include "common/index/xapian_guard.h"
#include "indexer/write/index_directory.h"

namespace kiosque::upkeep {
namespace fs = std::filesystem;
namespace {

/// The shards' files alone: what compaction changes.
std::uint64_t size_of_shards(const write::IndexDirectory& index) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (const std::string& shard : index.manifest.shards) {
    for (const auto& entry : fs::directory_iterator(index.path / shard, ignored)) {
      bytes += entry.file_size(ignored);
    }
  }
  return bytes;
}

/// Joins what several shards say of a word's forms: the stems of each, and marks, which are equal.
class JoinStems final : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& /*key*/, std::size_t shards,
                                         const std::string stems[]) override {
    std::string all;
    for (std::size_t shard = 0; shard < shards; ++shard) {
      for (const auto& stem : index::split_stems(stems[shard]))
        all = index::with_stem(std::move(all), stem);
    }
    return all;
  }
};

Status merge_shards(const write::IndexDirectory& index, const fs::path& target) {
  return index::xapian_guard(fmt::format("compact '{}'", index.path.string()), [&] {
    Xapian::Database shards;
    for (const fs::path& shard : index.shards()) {
      shards.add_database(Xapian::Database(shard.string()));
    }
    JoinStems join;
    shards.compact(target.string(), 0, 0, join);
  });
}

}  // namespace

Result<CompactionReport> compact_index(const fs::path& directory) {
  auto index = write::hold_index(directory);
  if (!index) return index.error();
  CompactionReport report{.bytes_before = size_of_shards(*index)};

  index::Manifest compacted = index->manifest;
  compacted.shards = {write::shard_name(write::latest_generation(*index) + 1, 0)};
  Status swapped = merge_shards(*index, directory / compacted.shards.front());
  if (swapped) swapped = index::write_manifest(directory, compacted);
  if (swapped) index->manifest = std::move(compacted);
  write::remove_stray_shards(
      *index);  // the old shards; after a failure what there is of the new one
  if (!swapped) return swapped.error();
  report.bytes_after = size_of_shards(*index);
  return report;
}

}  // namespace kiosque::upkeep
