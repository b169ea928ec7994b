#pragma once
// Keeps an index in good state: checks, counts, compacts, rebuilds and deletes for good.
//
// In: the directory of an index. Out: the same index, better, and a report.
// Main types: CheckReport, Statistics, CompactionReport, RebuildSetup and RebuildReport.
//
// Example (tests/unit/indexer/upkeep/example_test.cc):
//   const CheckReport report = check(directory).value();
//   const Statistics before = statistics(directory).value();
//   const CompactionReport compacted = compact(directory).value();
//   const Statistics after = statistics(directory).value();

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/crawl/memory.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/write/write.h"

namespace kiosque::upkeep {

struct CheckReport {
  std::size_t articles = 0;
  std::vector<std::string> problems;  ///< one line each, naming the shard; empty: all is well
};

/// Reads every table and every stored article of an index. Errors: those of reading the manifest;
/// damage to shards is in the report.
[[nodiscard]] Result<CheckReport> check(const std::filesystem::path& directory);

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
  std::string analyzer_version;
};

/// Counts what the index at `directory` holds; a writer may be at work meanwhile. Errors: those of
/// index::Reader::open.
[[nodiscard]] Result<Statistics> statistics(const std::filesystem::path& directory);

struct CompactionReport {
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
};

/// Merges the shards of an index into one compact database and lets it take their place in one
/// step: searchers answer all the while, from the old shards or from the new one. Needs space for a
/// copy. Errors: NotFound, Locked, Full, Corrupt; the index is then as it was.
[[nodiscard]] Result<CompactionReport> compact(const std::filesystem::path& directory);

/// Deletes articles for good: `status` (Forgotten or Expired) is their tombstone, so that no crawl
/// brings them back. The tombstones are written first: a crash in between leaves work that the same
/// command finishes. Returns how many were in the index.
[[nodiscard]] Result<std::size_t> delete_with_tombstones(crawl::Memory& memory,
                                                         write::IndexWriter& writer,
                                                         std::span<const std::string> urls,
                                                         crawl::PageStatus status);

/// What a rebuild takes articles from.
enum class RebuildFrom {
  ArchiveAndIndex,  ///< pages in the archive are read anew, other articles taken as they are
  ArchiveAlone,     ///< for an index that cannot be read
};

struct RebuildSetup {
  std::filesystem::path directory;  ///< of the index, of any version, with what a crawl left there
  std::filesystem::path into = {};  ///< directory of the new index; empty: in place of the old one
  RebuildFrom from = RebuildFrom::ArchiveAndIndex;
  int jobs = 1;  ///< threads that parse and analyse; what is written never depends on it
};

struct RebuildReport {
  std::uint64_t pages = 0;       ///< of the archive that were read, a page as often as it is there
  std::uint64_t taken_over = 0;  ///< articles that have no page in the archive
  std::uint64_t without_text = 0;  ///< pages
  std::uint64_t removed = 0;       ///< pages of articles that were removed, forgotten or expired
  std::uint64_t unreadable = 0;    ///< records of the archive
  std::uint64_t articles = 0;      ///< of the new index
};

/// Makes an index again without the network, after a change of schema, analyser or extraction: from
/// the archived pages, read anew and merged with what feeds said of them, and the stored articles
/// of those that never were in the archive. Articles keep the moment they were first seen. The
/// crawler's state stays as it is.
///
/// In place, the new index is made beside the old one, which answers until both are exchanged in
/// one step; an interruption leaves the old one. Needs space for a copy. Errors: NotFound, Locked,
/// Corrupt (the hint says how to go on), Full.
[[nodiscard]] Result<RebuildReport> rebuild(const RebuildSetup& setup,
                                            pipeline::Progress& progress);

}  // namespace kiosque::upkeep
