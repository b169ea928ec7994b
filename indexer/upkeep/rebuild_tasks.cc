#include "indexer/upkeep/rebuild_tasks.h"

#include <utility>

#include "common/index/record.h"
#include "indexer/extract/extract.h"
#include "indexer/write/stored_article.h"

namespace kiosque::upkeep {
namespace {

write::PreparedArticle prepare(const index::Article& article, std::chrono::sys_seconds first_seen,
                               write::DocumentBuilder& builder) {
  write::PreparedArticle prepared = builder.build(article);
  prepared.first_seen = first_seen;
  return prepared;
}

Rebuilt read_page(const archive::WarcPage& page, const std::string& url, const std::string& entry,
                  write::DocumentBuilder& builder) {
  index::Article article =
      extract::extract_article(page.body, {page.url, page.content_type, page.fetched});
  article.url = url;
  if (const auto from_feed = index::decode_record(entry)) {
    article = write::merge_entry(std::move(article), *from_feed);
  }
  if (article.url.empty() || says_nothing(article)) return {};
  return {url, prepare(article, page.fetched.value_or(std::chrono::sys_seconds{}), builder)};
}

}  // namespace

bool says_nothing(const index::Article& article) {
  return article.body.empty() && article.standfirst.empty();
}

RebuildTask task_of_page(archive::WarcPage page, std::string url, std::string entry) {
  return [page = std::move(page), url = std::move(url), entry = std::move(entry)](
             write::DocumentBuilder& builder) { return read_page(page, url, entry, builder); };
}

RebuildTask task_of_article(index::Article article, std::chrono::sys_seconds first_seen) {
  return [article = std::move(article), first_seen](write::DocumentBuilder& builder) {
    return Rebuilt{{}, prepare(article, first_seen, builder)};
  };
}

}  // namespace kiosque::upkeep
