#pragma once
// Reads files and indexes the articles in them, on all cores.
//
// In: the files of a list. Out: their articles in an index, and a Report.
// Main types: Options, Progress, Report.
// Also open to other rooms: indexer/pipeline/entry_article.h (a feed's entry as an article, for the
// crawler)
//
// Example (tests/unit/indexer/pipeline/example_test.cc):
//   source::FileList list = source::list_files({file});
//   Progress progress;
//   const Report report = index_files(list.files, writer, {.jobs = 2}, progress).value();

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "common/base/result.h"
#include "indexer/source/source.h"
#include "indexer/write/write.h"

namespace kiosque::pipeline {

/// How far a run is: written by its threads, read by whoever shows progress.
struct Progress {
  std::atomic<std::uint64_t> raw_bytes = 0;  ///< of the files, packed as they are
  std::atomic<std::size_t> articles = 0;
  std::atomic<std::size_t> errors = 0;
};

struct Options {
  int jobs = 1;                                      ///< threads that parse and analyse
  std::optional<std::chrono::sys_seconds> now = {};  ///< pages date nothing later
  std::function<void(const Error&)> on_error = {};   ///< of each bad file or line, in their order
};

/// What a run ends with.
struct Report {
  std::size_t articles = 0;         ///< found in them
  std::size_t without_article = 0;  ///< pages and entries with no text of their own
  std::size_t ignored = 0;          ///< files of a directory that are neither page, feed nor text
  std::size_t errors = 0;           ///< bad files and lines
};

/// Indexes `files`:
///
///   reader > (inputs) > jobs × parse and analyse > (in order) > writer: one thread a shard >
///   commit
///
/// The arrows are bounded. What is written, and in which order, depends on the files alone, never
/// on `jobs`. Bad files and lines are reported and counted; the Error returned is one of the index
/// itself.
[[nodiscard]] Result<Report> index_files(std::vector<source::File> files,
                                         write::IndexWriter& writer, const Options& options,
                                         Progress& progress);

}  // namespace kiosque::pipeline
