#pragma once

#include <memory>

#include "common/index/article.h"
#include "indexer/write/prepared_article.h"

namespace kiosque::write {

/// Article -> Xapian document: everything that follows from the article alone. Terms of every
/// prefix (with the unique term), values, with the record among them. The slots kStory, kSketch,
/// kContentHash and kFirstSeen are left to the writer, which knows the index.
///
/// Caches stems: keep one per thread. Not safe from two threads at once.
class DocumentBuilder {
 public:
  DocumentBuilder();
  ~DocumentBuilder();
  DocumentBuilder(DocumentBuilder&&) noexcept;
  DocumentBuilder& operator=(DocumentBuilder&&) noexcept;

  /// REQUIRES: `article.url` is not empty.
  [[nodiscard]] PreparedArticle build(const index::Article& article);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::write
