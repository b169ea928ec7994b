#include "indexer/write/shard_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/index/guard.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "indexer/write/stored_article.h"

namespace kiosque::write {
namespace {

/// Measured: the best batch of a shard of up to some 50,000 articles, in bytes of text, and how it
/// grows beyond.
constexpr std::size_t kSmallestBatch = 1u << 20;
constexpr std::size_t kBatchBytesPerArticle = 10;

/// The document that holds `term`, or 0.
Xapian::docid find(Xapian::WritableDatabase& database, const std::string& term) {
  const auto postings = database.postlist_begin(term);
  return postings == database.postlist_end(term) ? 0 : *postings;
}

}  // namespace

Result<ShardWriter> ShardWriter::open(const std::filesystem::path& path,
                                      std::size_t largest_batch_bytes, const date::Clock& clock) {
  TRY(auto database, index::guard(fmt::format("open '{}' for writing", path.string()), [&] {
        Xapian::WritableDatabase shard(path.string(), Xapian::DB_CREATE_OR_OPEN);
        shard.begin_transaction();
        return shard;
      }));
  return ShardWriter(std::move(database), path.string(), largest_batch_bytes, clock);
}

ShardWriter::ShardWriter(Xapian::WritableDatabase database, std::string path,
                         std::size_t largest_batch_bytes, const date::Clock& clock)
    : database_(std::move(database)),
      path_(std::move(path)),
      largest_batch_bytes_(largest_batch_bytes),
      clock_(&clock),
      batch_bytes_(batch_bytes()) {}

std::size_t ShardWriter::batch_bytes() const {
  const std::size_t best =
      std::max(kSmallestBatch, kBatchBytesPerArticle * database_.get_doccount());
  return std::min(best, std::max<std::size_t>(largest_batch_bytes_, 64u << 10));
}

Result<PutOutcome> ShardWriter::put(PreparedArticle article) {
  const std::size_t bytes = article.text_bytes;
  auto outcome = index::guard(fmt::format("write to '{}'", path_), [&] {
    const Xapian::docid id = find(database_, article.unique_term);
    return id == 0 ? add(article) : replace(id, article);
  });
  if (!outcome || *outcome == PutOutcome::Unchanged) return outcome;
  pending_bytes_ += bytes;
  if (pending_bytes_ >= batch_bytes_) {
    TRY(commit());
  }
  return outcome;
}

/// Sets what does not follow from the article alone (an empty value leaves its slot unset).
void ShardWriter::set_slots(PreparedArticle& article, const std::string& first_seen) {
  article.document.add_value(index::slot::kContentHash, article.content_hash);
  article.document.add_value(index::slot::kFirstSeen, first_seen);
  article.document.add_value(index::slot::kStory, article.story);
  article.document.add_boolean_term(std::string(index::prefix::kStory) + article.story);
  article.document.add_value(index::slot::kSketch,
                             article.sketch ? stories::encode_sketch(*article.sketch) : "");
}

PutOutcome ShardWriter::add(PreparedArticle& article) {
  set_slots(article, index::encode_time(article.first_seen.value_or(clock_->now())));
  database_.add_document(article.document);
  forms_.note(article.forms);
  return PutOutcome::New;
}

PutOutcome ShardWriter::replace(Xapian::docid id, PreparedArticle& article) {
  const Xapian::Document old = database_.get_document(id);
  if (old.get_value(index::slot::kContentHash) == article.content_hash)
    return PutOutcome::Unchanged;
  const std::string old_data = index::get_record(old);
  merge_with(old, article);
  if (index::get_record(article.document) == old_data) return PutOutcome::Unchanged;
  set_slots(article, old.get_value(index::slot::kFirstSeen));
  database_.replace_document(id, article.document);
  forms_.note(article.forms);
  return PutOutcome::Changed;
}

/// A page and a feed entry of one URL become one article, and the stored hash stays that of the
/// page: the page read again is then known to be the same, whatever the entry added to it.
void ShardWriter::merge_with(const Xapian::Document& old, PreparedArticle& article) {
  auto stored = index::decode_record(index::get_record(old));
  if (!stored || stored->summary_only == article.summary_only) return;
  auto incoming = index::decode_record(index::get_record(article.document));
  if (!incoming) return;
  const bool entry_comes_last = article.summary_only;
  const index::Article merged = entry_comes_last ? merge_entry(std::move(*stored), *incoming)
                                                 : merge_entry(std::move(*incoming), *stored);
  PreparedArticle built = builder_.build(merged);
  article.document = std::move(built.document);
  article.forms = std::move(built.forms);
  if (!entry_comes_last) return;
  article.content_hash = old.get_value(index::slot::kContentHash);
  article.story = old.get_value(index::slot::kStory);
  article.sketch = stories::decode_sketch(old.get_value(index::slot::kSketch));
}

Result<bool> ShardWriter::remove(std::string_view unique_term) {
  const std::string term(unique_term);
  return index::guard(fmt::format("remove from '{}'", path_), [&] {
    if (find(database_, term) == 0) return false;
    database_.delete_document(term);
    return true;
  });
}

Status ShardWriter::commit() {
  pending_bytes_ = 0;
  return index::guard(fmt::format("commit to '{}'", path_), [&] {
    forms_.write(database_);
    database_.commit_transaction();
    database_.begin_transaction();
    batch_bytes_ = batch_bytes();
  });
}

}  // namespace kiosque::write
