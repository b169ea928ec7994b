#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "common/base/civil_time.h"
#include "common/base/result.h"
#include "common/index/article.h"

namespace kiosque {

/// What became of an article that was put into the index.
enum class PutOutcome { New, Changed, Unchanged };

struct IndexWriterOptions {
  std::size_t batch_bytes = 3u << 20;  ///< text between two commits of a shard, bytes
  int shards = 0;                      ///< of an index that is made; 0: the default
};

/// Writes articles into an index directory: routes each to its shard, commits by bytes of text.
/// One writer at a time holds the index (Locked otherwise). Not safe from two threads at once;
/// the threads within are its own business.
///
/// An article is in the index for good when `commit` has returned; a crash before loses at most
/// what was put since the last commit, and putting it again is always right.
class IndexWriter {
 public:
  /// Opens `directory` for writing, or makes it. `clock` tells when an article was first seen and
  /// must outlive the writer. Errors: Locked, Incompatible, Corrupt, Denied, Full.
  [[nodiscard]] static Result<IndexWriter> open(const std::filesystem::path& directory,
                                                const IndexWriterOptions& options,
                                                const Clock& clock);
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

  /// Adds or replaces the article of the same URL. A `summary_only` article never replaces a page.
  [[nodiscard]] Result<PutOutcome> put(Article article);

  /// Removes the article of a URL (made canonical here); false if there is none.
  [[nodiscard]] Result<bool> remove(std::string_view url);

  /// Makes everything put so far durable.
  [[nodiscard]] Status commit();

 private:
  struct Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque
