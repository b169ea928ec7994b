#include "indexer/write/prepared_article.h"

#include <utility>

#include "common/index/schema.h"

namespace kiosque::write {
PreparedArticle prepare_article(const index::Article& article, DocumentBuilder& builder) {
  PreparedArticle prepared;
  prepared.unique_term = index::unique_term(article.url);
  BuiltDocument built = builder.build(article);
  prepared.document = std::move(built.document);
  prepared.forms = std::move(built.forms);
  prepared.sketch = built.sketch;
  prepared.content_hash = std::move(built.content_hash);
  prepared.summary_only = article.summary_only;
  prepared.text_bytes = article.title.size() + article.standfirst.size();
  for (const index::Block& block : article.body) prepared.text_bytes += block.text.size();
  return prepared;
}

}  // namespace kiosque::write
