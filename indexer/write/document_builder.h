#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>

#include "common/index/article.h"
#include "indexer/stories/sketch.h"

namespace kiosque::write {

struct BuiltDocument {
  Xapian::Document document;
  std::string forms;                      ///< of its words, a list for FormRecorder::note()
  std::optional<stories::Sketch> sketch;  ///< of its body, and where that is short of all its words
  std::string content_hash;               ///< 8 bytes of the article
};

/// Article -> Xapian document: everything that follows from the article alone. Terms of every
/// prefix (with the unique term), values, with the record among them. The slots kStory, kSketch,
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
  [[nodiscard]] BuiltDocument build(const index::Article& article);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::write
