#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace kiosque::index {

/// What an index directory holds: `DIR/kiosque.json`, replaced atomically. Readers open the shards
/// it names; a folder it does not name is rubbish of an interrupted run.
struct Manifest {
  int schema_version = 0;
  std::string analyzer_version;     ///< text::analyzer_version() that wrote it
  std::vector<std::string> shards;  ///< folder names inside the directory, in routing order

  bool operator==(const Manifest&) const = default;
};

inline constexpr std::string_view kManifestName = "kiosque.json";

/// Reads and checks the manifest. NotFound: no index there; Incompatible: another schema or
/// analyser (the hint says to rebuild); Corrupt.
[[nodiscard]] Result<Manifest> read_manifest(const std::filesystem::path& directory);

/// The same, but takes any schema and analyser: for a rebuild, which needs the articles alone.
[[nodiscard]] Result<Manifest> read_manifest_of_any_version(const std::filesystem::path& directory);

/// Writes it atomically, so that readers see the old or the new set of shards.
[[nodiscard]] Status write_manifest(const std::filesystem::path& directory,
                                    const Manifest& manifest);

/// The shard an article lives in: hash of the unique term modulo `shard_count`.
[[nodiscard]] std::size_t shard_of(std::string_view unique_term, std::size_t shard_count);

}  // namespace kiosque::index
