#include "common/index/index.h"

#include <fmt/format.h>

#include <utility>

namespace kiosque::index {
namespace {

/// `error` where it is known which folder Xapian complains about.
Error naming(Error error, std::string path) {
  error.subjects = {std::move(path)};
  return error;
}

/// The shards of all directories. A compaction can replace them between reading the
/// manifest and opening what it names: the manifest is then read again.
Result<std::vector<Xapian::Database>> open_shards(
    std::span<const std::filesystem::path> directories) {
  constexpr int kAttempts = 3;
  Result<std::vector<Xapian::Database>> opened;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    std::vector<Xapian::Database> all;
    Status status = Ok{};
    for (const auto& directory : directories) {
      TRY(const Manifest manifest, read_manifest(directory));
      for (const std::string& shard : manifest.shards) {
        const std::string path = (directory / shard).string();
        status = guard(fmt::format("open '{}'", path), [&] { all.emplace_back(path); });
        if (!status) status = naming(status.error(), path);
        if (!status) break;
      }
      if (!status) break;
    }
    if (status) return all;
    opened = status.error();
  }
  return opened;
}

}  // namespace

Error Reader::failure(const Xapian::Error& error, const std::string& action) const {
  std::vector<std::string> names;
  for (const auto& directory : directories_) names.push_back(directory.string());
  return naming(to_error(error, action), fmt::format("{}", fmt::join(names, ", ")));
}

Result<Reader> Reader::open(std::span<const std::filesystem::path> directories) {
  Reader reader;
  reader.directories_.assign(directories.begin(), directories.end());
  TRY(reader.reopen());
  return reader;
}

Status Reader::reopen() {
  TRY(auto shards, open_shards(directories_));
  database_ = Xapian::Database();
  for (const Xapian::Database& shard : shards) database_.add_database(shard);
  forms_ = WordForms(std::move(shards));
  return Ok{};
}

std::string Reader::revision() const {
  std::string revision;
  for (const auto& directory : directories_) {
    const auto manifest = read_manifest(directory);
    if (!manifest) continue;
    for (const std::string& shard : manifest->shards) {
      // A new revision is only seen by a new handle: `database_` may stand at an old one.
      const auto state = guard("read the revision of '" + shard + "'", [&] {
        const Xapian::Database database((directory / shard).string());
        return fmt::format("{}:{};", database.get_uuid(), database.get_revision());
      });
      if (state) revision += *state;
    }
  }
  return revision;
}

}  // namespace kiosque::index
