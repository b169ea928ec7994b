#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/files.h"
#include "common/base/result.h"
#include "common/index/manifest.h"

namespace kiosque::write {

/// An index directory held by its one writer.
///
///   DIR/kiosque.json   the manifest: which shards count
///   DIR/lock           held while somebody writes
///   DIR/shard-G-N      the shards, Xapian databases; G counts compactions, N the shard
///   DIR/rebuild        an index that is being made to replace this one
struct IndexDirectory {
  std::filesystem::path path;
  FileLock lock;
  index::Manifest manifest;

  /// Where its shards lie, by number.
  [[nodiscard]] std::vector<std::filesystem::path> shards() const;
};

/// True while a writer holds the directory. That may change at any moment.
[[nodiscard]] bool is_held(const std::filesystem::path& path);

/// Takes the directory of an index for writing and clears what interrupted runs left in it.
/// Errors: NotFound, Locked, Incompatible, Corrupt, Denied.
[[nodiscard]] Result<IndexDirectory> hold_index(const std::filesystem::path& path);

/// The same for an index of any schema and analyser, whose articles are to be taken over.
[[nodiscard]] Result<IndexDirectory> hold_index_of_any_version(const std::filesystem::path& path);

/// The same for a directory whose manifest is missing or damaged: no shard counts, none is cleared.
[[nodiscard]] Result<IndexDirectory> hold_without_manifest(const std::filesystem::path& path);

/// Lets the shards of the index in `DIR/rebuild` (kRebuildFolder), which is complete and closed,
/// take the place of those of `index` in one step, under running searchers. After an error the
/// index is as it was.
[[nodiscard]] Status replace_shards(IndexDirectory& index);

/// Where the index that is to replace that of a directory is made, inside the directory.
inline constexpr std::string_view kRebuildFolder = "rebuild";

/// As hold_index; where there is no index yet, makes one of `shards` empty shards. Invalid if the
/// directory holds something that is no index.
[[nodiscard]] Result<IndexDirectory> hold_or_make_index(const std::filesystem::path& path,
                                                        int shards);

/// Bytes that the shards of a manifest take on disk.
[[nodiscard]] std::uint64_t size_of_shards(const std::filesystem::path& directory,
                                           const index::Manifest& manifest);

/// Name of shard `number` of the `generation`th set of shards.
[[nodiscard]] std::string shard_name(std::size_t generation, std::size_t number);

/// The highest generation of the shards that are there, whether they count or not.
[[nodiscard]] std::size_t latest_generation(const IndexDirectory& index);

/// Removes shards that the manifest does not name, and an unfinished rebuild.
void remove_stray_shards(const IndexDirectory& index);

}  // namespace kiosque::write
