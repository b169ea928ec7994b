#include "indexer/write/stored_article.h"

#include "common/index/guard.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace kiosque::write {
namespace {

template <class T>
void fill(T& value, const T& other) {
  if (value == T{}) value = other;
}

}  // namespace

index::Article merge_entry(index::Article page, const index::Article& entry) {
  fill(page.title, entry.title);
  fill(page.standfirst, entry.standfirst);
  if (page.body.empty()) {
    // A page that shows nothing (all script, or behind a wall) still stands for its entry.
    page.body = entry.body;
    page.summary_only = entry.summary_only;
  }
  fill(page.authors, entry.authors);
  fill(page.tags, entry.tags);
  fill(page.section, entry.section);
  fill(page.language, entry.language);
  fill(page.source, entry.source);
  fill(page.published, entry.published);
  fill(page.updated, entry.updated);
  return page;
}

Result<std::optional<index::Article>> find_article(index::Reader& reader,
                                                   std::string_view canonical_url) {
  const std::string term = index::unique_term(canonical_url);
  TRY(const std::string data, reader.read("read an article", [&](Xapian::Database& database) {
    const Xapian::PostingIterator posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return std::string();
    return index::get_record(database.get_document(*posting));
  }));
  if (data.empty()) return std::optional<index::Article>();
  TRY(auto article, index::decode_record(data));
  return std::optional(std::move(article));
}

Status for_each_article(const IndexDirectory& index,
                        const std::function<Status(StoredArticle)>& take) {
  for (const std::filesystem::path& shard : index.shards()) {
    TRY(index::guard("read '" + shard.string() + "'", [&]() -> Status {
      const Xapian::Database database(shard.string());
      const Xapian::PostingIterator end = database.postlist_end("");
      for (auto posting = database.postlist_begin(""); posting != end; ++posting) {
        const Xapian::Document document = database.get_document(*posting);
        TRY(auto article, index::decode_record(index::get_record(document)));
        const auto first_seen = index::decode_time(document.get_value(index::slot::kFirstSeen));
        TRY(take({std::move(article), first_seen.value_or(std::chrono::sys_seconds{})}));
      }
      return Ok{};
    }));
  }
  return Ok{};
}

Result<std::vector<std::string>> urls_older_than(index::Reader& reader,
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
                         TRY(auto article, index::decode_record_head(index::get_record(document)));
                         urls.push_back(std::move(article.url));
                       }
                       return urls;
                     });
}

}  // namespace kiosque::write
