#pragma once

#include <xapian.h>

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "common/base/result.h"
#include "common/date/date.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/form_recorder.h"
#include "indexer/write/prepared_article.h"

namespace kiosque::write {

/// Writes one shard: a Xapian database. Belongs to one thread.
///
/// Xapian keeps what was not committed in memory, in trees whose cost grows with them: many small
/// batches are faster than a large one, and are all that a crash can lose. Yet every batch rewrites
/// the blocks of its words, more of them the larger the shard: batches grow with it.
///
/// A batch is one transaction. Without it Xapian commits by itself, after 10,000 documents and when
/// the database is closed: articles whose forms are still in memory and would be lost.
class ShardWriter {
 public:
  /// Opens or makes the database at `path`. `clock` must outlive the writer. Errors: Locked,
  /// Corrupt, Denied, Full.
  [[nodiscard]] static Result<ShardWriter> open(const std::filesystem::path& path,
                                                std::size_t largest_batch_bytes,
                                                const date::Clock& clock);

  /// Adds or replaces an article; commits when the batch is full.
  [[nodiscard]] Result<PutOutcome> put(PreparedArticle article);

  /// Removes the article of `unique_term`; false if there is none.
  [[nodiscard]] Result<bool> remove(std::string_view unique_term);

  /// Makes everything so far durable.
  [[nodiscard]] Status commit();

 private:
  ShardWriter(Xapian::WritableDatabase database, std::string path, std::size_t largest_batch_bytes,
              const date::Clock& clock);
  [[nodiscard]] std::size_t batch_bytes() const;
  static void set_slots(PreparedArticle& article, const std::string& first_seen);
  PutOutcome add(PreparedArticle& article);
  PutOutcome replace(Xapian::docid id, PreparedArticle& article);
  void merge_with(const Xapian::Document& old, PreparedArticle& article);

  Xapian::WritableDatabase database_;
  std::string path_;
  std::size_t largest_batch_bytes_;
  const date::Clock* clock_;
  FormRecorder forms_;
  DocumentBuilder builder_;  ///< for what has to be analysed again after a merge
  std::size_t batch_bytes_;  ///< text between this commit and the next
  std::size_t pending_bytes_ = 0;
};

}  // namespace kiosque::write
