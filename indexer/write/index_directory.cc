#include "indexer/write/index_directory.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>

#include "common/base/number.h"
#include "common/index/guard.h"
#include "common/index/schema.h"
#include "common/text/text.h"

namespace kiosque::write {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kLockName = "lock";
constexpr std::string_view kShardPrefix = "shard-";

/// The generation that a shard's name tells; 0 for any other name.
std::size_t shard_generation(std::string_view name) {
  if (!name.starts_with(kShardPrefix)) return 0;
  name.remove_prefix(kShardPrefix.size());
  return parse_number<std::size_t>(name.substr(0, name.find_first_not_of("0123456789")))
      .value_or(0);
}

Result<FileLock> take_lock(const fs::path& path) {
  auto lock = FileLock::take(path / kLockName);
  if (!lock && lock.error().code == ErrorCode::Locked) {
    return Error{ErrorCode::Locked,
                 fmt::format("another indexer is writing to '{}'", path.string()),
                 "wait for it to finish, then run the same command again"};
  }
  return lock;
}

/// True if only an interrupted first run or `indexer feeds add` can have left what the directory
/// holds.
bool holds_nothing_foreign(const fs::path& path) {
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(path, failure)) {
    const std::string name = entry.path().filename();
    const bool crawl = name.starts_with("crawl.sqlite") || name == "archive";
    const bool unfinished_manifest = name.starts_with(std::string(index::kManifestName) + ".tmp.");
    if (unfinished_manifest || name == kLockName || shard_generation(name) > 0 || crawl) continue;
    return false;
  }
  return !failure;
}

Status make_directory(const fs::path& path) {
  std::error_code failure;
  fs::create_directories(path, failure);
  if (failure) return system_error("make the index directory", path, failure.value());
  return Ok{};
}

Status make_shards(const IndexDirectory& index) {
  for (const fs::path& shard : index.shards()) {
    TRY(index::guard("make '" + shard.string() + "'", [&] {
      Xapian::WritableDatabase(shard.string(), Xapian::DB_CREATE_OR_OVERWRITE).commit();
    }));
  }
  return Ok{};
}

Result<IndexDirectory> make_index(const fs::path& path, FileLock lock, int shards) {
  IndexDirectory index{
      path, std::move(lock), {index::kSchemaVersion, text::analyzer_version(), {}}};
  for (int number = 0; number < shards; ++number) {
    index.manifest.shards.push_back(shard_name(1, static_cast<std::size_t>(number)));
  }
  TRY(make_shards(index));
  TRY(index::write_manifest(path, index.manifest));
  return index;
}

Result<IndexDirectory> hold(const fs::path& path,
                            Result<index::Manifest> (*read)(const fs::path&)) {
  TRY(read(path));
  TRY(auto lock, take_lock(path));
  // Read again: it may have changed before the lock was ours.
  TRY(auto manifest, read(path));
  IndexDirectory index{path, std::move(lock), std::move(manifest)};
  remove_stray_shards(index);
  return index;
}

}  // namespace

std::vector<fs::path> IndexDirectory::shards() const {
  std::vector<fs::path> paths;
  for (const std::string& name : manifest.shards) paths.push_back(path / name);
  return paths;
}

std::string shard_name(std::size_t generation, std::size_t number) {
  return fmt::format("{}{}-{}", kShardPrefix, generation, number);
}

std::size_t latest_generation(const IndexDirectory& index) {
  std::size_t latest = 0;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(index.path, ignored)) {
    latest = std::max(latest, shard_generation(entry.path().filename().string()));
  }
  return latest;
}

void remove_stray_shards(const IndexDirectory& index) {
  std::vector<fs::path> strays;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(index.path, ignored)) {
    const std::string name = entry.path().filename();
    const auto& shards = index.manifest.shards;
    const bool stray =
        shard_generation(name) > 0 && std::ranges::find(shards, name) == shards.end();
    if (stray || name == kRebuildFolder) {
      strays.push_back(entry.path());
    }
  }
  // A stray that cannot be removed costs space, nothing else.
  for (const fs::path& stray : strays) fs::remove_all(stray, ignored);
}

bool is_held(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path / kLockName, ignored)) return false;
  const auto lock = FileLock::take(path / kLockName);
  return !lock && lock.error().code == ErrorCode::Locked;
}

std::uint64_t size_of_shards(const fs::path& directory, const index::Manifest& manifest) {
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

Result<IndexDirectory> hold_index(const fs::path& path) { return hold(path, index::read_manifest); }

Result<IndexDirectory> hold_index_of_any_version(const fs::path& path) {
  return hold(path, index::read_manifest_of_any_version);
}

Result<IndexDirectory> hold_without_manifest(const fs::path& path) {
  TRY(auto lock, take_lock(path));
  return IndexDirectory{path, std::move(lock), {}};
}

Status replace_shards(IndexDirectory& index) {
  const fs::path folder = index.path / kRebuildFolder;
  TRY(const auto built, index::read_manifest(folder));
  const std::size_t generation = latest_generation(index) + 1;
  index::Manifest replaced = built;
  for (std::size_t number = 0; number < built.shards.size(); ++number) {
    replaced.shards[number] = shard_name(generation, number);
    std::error_code failure;
    const fs::path target = index.path / replaced.shards[number];
    fs::rename(folder / built.shards[number], target, failure);
    if (failure) return system_error("make", target, failure.value());
  }
  TRY(index::write_manifest(index.path, replaced));
  index.manifest = std::move(replaced);
  remove_stray_shards(index);
  return Ok{};
}

Result<IndexDirectory> hold_or_make_index(const fs::path& path, int shards) {
  auto index = hold_index(path);
  if (index || index.error().code != ErrorCode::NotFound) return index;
  TRY(make_directory(path));
  if (!holds_nothing_foreign(path)) {
    return Error{ErrorCode::Invalid,
                 fmt::format("'{}' holds files, but no index of kiosque", path.string()),
                 "choose an empty or a new directory"};
  }
  TRY(auto lock, take_lock(path));
  if (auto manifest = index::read_manifest(path); manifest) {
    return IndexDirectory{path, std::move(lock), std::move(*manifest)};
  }
  return make_index(path, std::move(lock), shards);
}

}  // namespace kiosque::write
