#pragma once

#include <filesystem>

#include "common/base/files.h"
#include "common/base/result.h"
#include "common/index/manifest.h"

namespace kiosque {

/// An index directory held by its one writer.
///
///   DIR/kiosque.json   the manifest: which shards count
///   DIR/lock           held while somebody writes
///   DIR/shard-G-N      the shards, Xapian databases; G counts compactions, N the shard
struct IndexDirectory {
  std::filesystem::path path;
  FileLock lock;
  Manifest manifest;

  [[nodiscard]] std::filesystem::path shard(std::size_t number) const {
    return path / manifest.shards[number];
  }
};

/// Takes the directory of an index for writing and clears what interrupted runs left in it.
/// Errors: NotFound, Locked, Incompatible, Corrupt, Denied.
[[nodiscard]] Result<IndexDirectory> hold_index(const std::filesystem::path& path);

/// The same; where there is no index yet, makes one of `shards` empty shards. Invalid if the
/// directory holds something that is no index.
[[nodiscard]] Result<IndexDirectory> hold_or_make_index(const std::filesystem::path& path,
                                                        int shards);

/// Name of shard `number` of the `generation`th set of shards.
[[nodiscard]] std::string shard_name(std::size_t generation, std::size_t number);

/// The generation a shard's name tells; 0 if it is no such name.
[[nodiscard]] std::size_t shard_generation(std::string_view name);

/// Removes shards that the manifest does not name.
void remove_stray_shards(const IndexDirectory& index);

}  // namespace kiosque
