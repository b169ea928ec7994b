#include "indexer/upkeep/rebuild_tasks.h"

#include <utility>

#include "common/index/record.h"
#include "indexer/extract/extract.h"
#include "indexer/write/merge_articles.h"

namespace kiosque {
namespace {

PreparedArticle prepare(const Article& article, std::chrono::sys_seconds first_seen,
                        DocumentBuilder& builder) {
  PreparedArticle prepared = prepare_article(article, builder);
  prepared.first_seen = first_seen;
  return prepared;
}

Rebuilt read_page(const WarcPage& page, const std::string& url, const std::string& entry,
                  DocumentBuilder& builder) {
  Article article = extract_article(page.body, {page.url, page.content_type, page.fetched});
  article.url = url;
  if (const auto from_feed = decode_record(entry)) {
    article = merge_entry(std::move(article), *from_feed);
  }
  if (article.url.empty() || says_nothing(article)) return {};
  return {url, prepare(article, page.fetched.value_or(std::chrono::sys_seconds{}), builder)};
}

}  // namespace

bool says_nothing(const Article& article) {
  return article.body.empty() && article.standfirst.empty();
}

RebuildTask task_of_page(WarcPage page, std::string url, std::string entry) {
  return [page = std::move(page), url = std::move(url), entry = std::move(entry)](
             DocumentBuilder& builder) { return read_page(page, url, entry, builder); };
}

RebuildTask task_of_article(Article article, std::chrono::sys_seconds first_seen) {
  return [article = std::move(article), first_seen](DocumentBuilder& builder) {
    return Rebuilt{{}, prepare(article, first_seen, builder)};
  };
}

}  // namespace kiosque
