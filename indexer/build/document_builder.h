#pragma once

#include <xapian.h>

#include <memory>

#include "common/index/article.h"

namespace kiosque {

/// Article -> Xapian document: everything that follows from the article alone. Terms of every
/// prefix (with the unique term), values, and the record as its data. The slots kStory,
/// kContentHash and kFirstSeen are left to the writer, which knows the index.
///
/// Caches stems: keep one a thread. Not safe from two threads at once.
class DocumentBuilder {
 public:
  DocumentBuilder();
  ~DocumentBuilder();
  DocumentBuilder(DocumentBuilder&&) noexcept;
  DocumentBuilder& operator=(DocumentBuilder&&) noexcept;

  /// REQUIRES: `article.url` is not empty.
  [[nodiscard]] Xapian::Document build(const Article& article);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque
