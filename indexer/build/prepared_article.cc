#include "indexer/build/prepared_article.h"

#include <xxhash.h>

#include <utility>

#include "common/index/record.h"
#include "common/index/schema.h"

namespace kiosque {
namespace {

std::string hash_of(std::string_view bytes) {
  XXH64_canonical_t canonical;
  XXH64_canonicalFromHash(&canonical, XXH3_64bits(bytes.data(), bytes.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

}  // namespace

PreparedArticle prepare_article(const Article& article, DocumentBuilder& builder) {
  PreparedArticle prepared;
  prepared.unique_term = unique_term(article.url);
  BuiltDocument built = builder.build(article);
  prepared.document = std::move(built.document);
  prepared.forms = std::move(built.forms);
  prepared.sketch = sketch_of(article);
  prepared.content_hash = hash_of(encode_record(article));
  prepared.summary_only = article.summary_only;
  prepared.text_bytes = article.title.size() + article.standfirst.size();
  for (const Block& block : article.body) prepared.text_bytes += block.text.size();
  return prepared;
}

}  // namespace kiosque
