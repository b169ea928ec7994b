#include "indexer/write/stored_article.h"

#include "common/index/record.h"
#include "common/index/record_slot.h"
#include "common/index/schema.h"
#include "common/index/xapian_guard.h"

namespace kiosque::write {

Result<std::optional<index::Article>> find_article(index::IndexReader& reader,
                                                   std::string_view canonical_url) {
  const std::string term = index::unique_term(canonical_url);
  const auto data = reader.read("read an article", [&](Xapian::Database& database) {
    const Xapian::PostingIterator posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return std::string();
    return index::get_record(database.get_document(*posting));
  });
  if (!data) return data.error();
  if (data->empty()) return std::optional<index::Article>();
  auto article = index::decode_record(*data);
  if (!article) return article.error();
  return std::optional(std::move(*article));
}

Status for_each_article(const IndexDirectory& index,
                        const std::function<Status(StoredArticle)>& take) {
  for (std::size_t number = 0; number < index.manifest.shards.size(); ++number) {
    const std::string shard = index.shard(number).string();
    const auto done = index::xapian_guard("read '" + shard + "'", [&]() -> Status {
      const Xapian::Database database(shard);
      const Xapian::PostingIterator end = database.postlist_end("");
      for (auto posting = database.postlist_begin(""); posting != end; ++posting) {
        const Xapian::Document document = database.get_document(*posting);
        auto article = index::decode_record(index::get_record(document));
        if (!article) return article.error();
        const auto first_seen = index::decode_time(document.get_value(index::slot::kFirstSeen));
        Status taken = take({std::move(*article), first_seen.value_or(std::chrono::sys_seconds{})});
        if (!taken) return taken;
      }
      return Ok{};
    });
    if (!done) return done.error();
  }
  return Ok{};
}

Result<std::vector<std::string>> urls_older_than(index::IndexReader& reader,
                                                 std::chrono::sys_seconds moment) {
  const std::string limit = index::encode_time(moment);
  return reader.read("read the dates",
                     [&](Xapian::Database& database) -> Result<std::vector<std::string>> {
                       std::vector<std::string> urls;
                       const Xapian::PostingIterator end = database.postlist_end("");
                       for (auto posting = database.postlist_begin(""); posting != end; ++posting) {
                         const Xapian::Document document = database.get_document(*posting);
                         std::string time = document.get_value(index::slot::kPublished);
                         if (time.empty()) time = document.get_value(index::slot::kFirstSeen);
                         if (time.empty() || time >= limit) continue;
                         auto article = index::decode_record_head(index::get_record(document));
                         if (!article) return article.error();
                         urls.push_back(std::move(article->url));
                       }
                       return urls;
                     });
}

}  // namespace kiosque::write
