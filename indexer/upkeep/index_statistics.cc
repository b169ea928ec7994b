#include "indexer/upkeep/index_statistics.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "common/index/index_reader.h"
#include "common/index/manifest.h"
#include "common/index/schema.h"

namespace kiosque::upkeep {
namespace fs = std::filesystem;
namespace {

std::uint64_t size_on_disk(const fs::path& directory, const index::Manifest& manifest) {
  std::uint64_t bytes = 0;
  std::error_code ignored;  // a file may go while we look
  for (const std::string& shard : manifest.shards) {
    for (const auto& entry : fs::directory_iterator(directory / shard, ignored)) {
      const auto size = entry.file_size(ignored);
      if (!ignored) bytes += size;
    }
  }
  return bytes;
}

/// Reads whole columns of values: as fast as counting gets without an own table of counts.
Statistics count(const Xapian::Database& database) {
  Statistics statistics;
  statistics.articles = database.get_doccount();
  std::map<std::string, std::size_t> sources;
  for (auto value = database.valuestream_begin(index::slot::kSource);
       value != database.valuestream_end(index::slot::kSource); ++value) {
    ++sources[*value];
  }
  for (auto& [source, articles] : sources) statistics.sources.push_back({source, articles});
  std::ranges::stable_sort(statistics.sources, std::greater(), &SourceCount::articles);

  std::unordered_set<std::string> stories;
  for (auto value = database.valuestream_begin(index::slot::kStory);
       value != database.valuestream_end(index::slot::kStory); ++value) {
    stories.insert(*value);
  }
  statistics.stories = stories.size();

  std::string oldest;
  std::string newest;
  for (auto value = database.valuestream_begin(index::slot::kPublished);
       value != database.valuestream_end(index::slot::kPublished); ++value) {
    const std::string time = *value;
    if (oldest.empty() || time < oldest) oldest = time;
    if (time > newest) newest = time;
  }
  statistics.oldest = index::decode_time(oldest);
  statistics.newest = index::decode_time(newest);
  return statistics;
}

}  // namespace

Result<Statistics> index_statistics(const fs::path& directory) {
  auto reader = index::IndexReader::open(std::array{directory});
  if (!reader) return reader.error();
  auto statistics = reader->read(
      "read '" + directory.string() + "'",
      [](const Xapian::Database& database) -> Result<Statistics> { return count(database); });
  if (!statistics) return statistics;
  const auto manifest = index::read_manifest(directory);
  if (!manifest) return manifest.error();
  statistics->size_bytes = size_on_disk(directory, *manifest);
  statistics->shards = manifest->shards.size();
  statistics->schema_version = manifest->schema_version;
  statistics->analyzer_version = manifest->analyzer_version;
  return statistics;
}

}  // namespace kiosque::upkeep
