#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "common/index/article.h"
#include "common/index/word_forms.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/form_recorder.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {

/// One small shard, written as the indexer writes it. Its files go with the object; what was opened
/// of it stays.
class SmallIndex {
 public:
  void add(const index::Article& article) {
    const write::PreparedArticle built = builder_.build(article);
    database_.add_document(built.document);
    recorder_.note(built.forms);
    recorder_.write(database_);
    database_.commit();
  }

  /// Adds an article of one paragraph.
  void add(const std::string& body) {
    index::Article article;
    article.url = "https://journal.example/" + std::to_string(database_.get_doccount());
    article.body = {{index::BlockKind::Paragraph, body}};
    add(article);
  }

  /// Removes an article, the first of which is 1; the forms of its words stay, as in any index.
  void remove(Xapian::docid article) {
    database_.delete_document(article);
    database_.commit();
  }

  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] index::WordForms forms() const { return index::WordForms({database_}); }

 private:
  std::unique_ptr<test::TempDir> folder_ = std::make_unique<test::TempDir>();
  Xapian::WritableDatabase database_{(*folder_ / "shard").string(),
                                     Xapian::DB_CREATE | Xapian::DB_NO_SYNC};
  write::DocumentBuilder builder_;
  write::FormRecorder recorder_;
};

}  // namespace kiosque::test
