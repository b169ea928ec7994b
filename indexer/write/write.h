#pragma once
// Writes articles into an index: a Xapian document each, routed to its shard.
//
// In: index::Article. Out: the shards of an index directory, committed.
// Main types: IndexWriter, PreparedArticle (analysed on any thread), PutOutcome.
// Also open to other rooms: indexer/write/document_builder.h (analyses on threads of one's own),
// indexer/write/stored_article.h (reads articles back), indexer/write/index_directory.h (holds an
// index and changes its set of shards)
//
// Example (tests/unit/indexer/write/example_test.cc):
//   IndexWriter writer = IndexWriter::open(directory, {.shards = 2}, clock).value();
//   const PutOutcome outcome = writer.put(article).value();
//   const Status durable = writer.commit();

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/date/date.h"
#include "common/index/article.h"
#include "indexer/write/prepared_article.h"

namespace kiosque::write {

struct Options {
  std::size_t memory_bytes = 200u << 20;  ///< what the whole program may take, about
  int shards = 0;                         ///< of an index that is made; 0: the default
};

/// How many articles met which outcome.
struct PutCounts {
  std::size_t fresh = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
};

/// Writes articles into an index directory: routes each to its shard, one thread a shard, commits
/// by bytes of text. One writer at a time holds the index (Locked otherwise). Not safe from two
/// threads at once; the threads within are its own business.
///
/// An article is in the index for good when `commit` has returned; a crash before loses at most
/// what was put since the last commit, and putting it again is always right.
class IndexWriter {
 public:
  /// Opens `directory` for writing, or makes it. `clock` tells when an article was first seen and
  /// must outlive the writer. Errors: Locked, Incompatible, Corrupt, Denied, Full, and Invalid for
  /// a directory that holds something else.
  [[nodiscard]] static Result<IndexWriter> open(const std::filesystem::path& directory,
                                                const Options& options, const date::Clock& clock);

  /// The same for an index that must exist (NotFound otherwise).
  [[nodiscard]] static Result<IndexWriter> open_existing(const std::filesystem::path& directory,
                                                         const Options& options,
                                                         const date::Clock& clock);
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

  /// Adds or replaces the article of the same URL and waits for it. A `summary_only` article never
  /// replaces a page: each fills what the other lacks.
  ///
  /// REQUIRES: `article.url` is not empty.
  [[nodiscard]] Result<PutOutcome> put(const index::Article& article);

  /// The same without waiting, for articles prepared on other threads; many at a time wake the
  /// shards' threads less often. Those of one URL are written in the order they come. Fails with
  /// the first error any shard met: nothing is written after it.
  [[nodiscard]] Status enqueue(std::vector<PreparedArticle> articles);

  /// Outcomes of what was written so far; complete after `commit`.
  [[nodiscard]] PutCounts counts() const;

  /// Removes the article of a URL (made canonical here); false if there is none.
  [[nodiscard]] Result<bool> remove(std::string_view url);

  /// Makes everything put so far durable.
  [[nodiscard]] Status commit();

 private:
  struct Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::write
