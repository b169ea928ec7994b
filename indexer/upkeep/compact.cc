#include <fmt/format.h>

#include <string>
#include <utility>

#include "common/index/guard.h"
#include "common/index/word_forms.h"
#include "indexer/upkeep/upkeep.h"
#include "indexer/write/index_directory.h"

namespace kiosque::upkeep {
namespace fs = std::filesystem;
namespace {

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
  return index::guard(fmt::format("compact '{}'", index.path.string()), [&] {
    Xapian::Database shards;
    for (const fs::path& shard : index.shards()) {
      shards.add_database(Xapian::Database(shard.string()));
    }
    JoinStems join;
    shards.compact(target.string(), 0, 0, join);
  });
}

}  // namespace

Result<CompactionReport> compact(const fs::path& directory) {
  TRY(auto index, write::hold_index(directory));
  CompactionReport report{.bytes_before = write::size_of_shards(directory, index.manifest)};

  index::Manifest compacted = index.manifest;
  compacted.shards = {write::shard_name(write::latest_generation(index) + 1, 0)};
  Status swapped = merge_shards(index, directory / compacted.shards.front());
  if (swapped) swapped = index::write_manifest(directory, compacted);
  if (swapped) index.manifest = std::move(compacted);
  // The old shards; after a failure what there is of the new one.
  write::remove_stray_shards(index);
  TRY(swapped);
  report.bytes_after = write::size_of_shards(directory, index.manifest);
  return report;
}

}  // namespace kiosque::upkeep
