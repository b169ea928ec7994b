#include "indexer/pipeline/rebuild.h"

#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/base/files.h"
#include "common/base/url.h"
#include "common/index/record.h"
#include "indexer/build/index_directory.h"
#include "indexer/build/index_writer.h"
#include "indexer/build/merge_articles.h"
#include "indexer/build/stored_article.h"
#include "indexer/crawl/store.h"
#include "indexer/extract/extract.h"
#include "indexer/source/warc_reader.h"

namespace kiosque {
namespace {

namespace fs = std::filesystem;

/// Tells the moment an article was first seen as now. Set before an article is put.
class FirstSeenClock final : public Clock {
 public:
  [[nodiscard]] std::chrono::sys_seconds now() const override { return moment_; }
  void set(std::chrono::sys_seconds moment) { moment_ = moment; }

 private:
  std::chrono::sys_seconds moment_{};
};

/// A set of addresses, by hash: an index may hold millions.
class UrlSet {
 public:
  void add(const std::string& url) { hashes_.insert(XXH3_64bits(url.data(), url.size())); }
  [[nodiscard]] bool holds(const std::string& url) const {
    return hashes_.contains(XXH3_64bits(url.data(), url.size()));
  }

 private:
  std::unordered_set<std::uint64_t> hashes_;
};

/// The archive's files; their names begin with the time. None where nothing was archived.
Result<std::vector<fs::path>> files_of(const fs::path& archive) {
  std::vector<fs::path> files;
  std::error_code failure;
  if (!fs::exists(archive, failure)) return files;
  for (const auto& entry : fs::directory_iterator(archive, failure)) {
    if (entry.path().string().ends_with(".warc.gz")) files.push_back(entry.path());
  }
  if (failure) return system_error("read", archive, failure.value());
  std::sort(files.begin(), files.end());
  return files;
}

bool says_nothing(const Article& article) {
  return article.body.empty() && article.standfirst.empty();
}

class Rebuild {
 public:
  Rebuild(IndexWriter& writer, FirstSeenClock& clock, std::optional<Store> store,
          IndexingProgress& progress)
      : writer_(writer), clock_(clock), store_(std::move(store)), progress_(progress) {}

  [[nodiscard]] Status run(const IndexDirectory* old, const fs::path& archive);
  [[nodiscard]] const RebuildReport& report() const noexcept { return report_; }

 private:
  [[nodiscard]] Status note_present(const IndexDirectory& old);
  [[nodiscard]] Status read_archive(const fs::path& archive);
  [[nodiscard]] Status read_page(const WarcPage& page);
  [[nodiscard]] Status take_over(const IndexDirectory& old);
  [[nodiscard]] Status take_entries();
  [[nodiscard]] Status put(Article article, std::chrono::sys_seconds first_seen);

  IndexWriter& writer_;
  FirstSeenClock& clock_;
  std::optional<Store> store_;  ///< none if the index was never crawled into
  IndexingProgress& progress_;
  RebuildReport report_;
  std::optional<UrlSet> present_;  ///< articles of the old index, if that is read
  UrlSet done_;
};

Status Rebuild::run(const IndexDirectory* old, const fs::path& archive) {
  if (old != nullptr) {
    if (Status noted = note_present(*old); !noted) return noted;
  }
  if (Status read = read_archive(archive); !read) return read;
  Status rest = old != nullptr ? take_over(*old) : take_entries();
  if (!rest) return rest;
  if (Status committed = writer_.commit(); !committed) return committed;
  report_.articles = writer_.counts().fresh;
  return Ok{};
}

Status Rebuild::note_present(const IndexDirectory& old) {
  present_.emplace();
  return for_each_article(old, [&](const StoredArticle& stored) -> Status {
    present_->add(stored.article.url);
    return Ok{};
  });
}

Status Rebuild::read_archive(const fs::path& archive) {
  const auto files = files_of(archive);
  if (!files) return files.error();
  for (const fs::path& file : *files) {
    auto reader = WarcReader::open(file);
    if (!reader) return reader.error();
    while (const auto page = reader->next()) {
      if (Status read = read_page(*page); !read) return read;
    }
    report_.unreadable += reader->counts().unreadable;
  }
  return Ok{};
}

Status Rebuild::read_page(const WarcPage& page) {
  ++report_.pages;
  Article article = extract_article(page.body, {page.url, page.content_type, page.fetched});
  article.url = page.article_url.empty() ? canonical_url(page.url).value_or("") : page.article_url;
  std::optional<PageRow> row;
  if (store_) {
    auto found = store_->page(article.url);
    if (!found) return found.error();
    row = std::move(*found);
  }
  const bool buried =
      row && (row->status == PageStatus::Forgotten || row->status == PageStatus::Expired);
  const bool removed =
      present_ && row && row->status == PageStatus::Kept && !present_->holds(article.url);
  if (buried || removed) {
    ++report_.removed;
    return Ok{};
  }
  if (row) {
    if (const auto entry = decode_record(row->entry)) {
      article = merge_entry(std::move(article), *entry);
    }
  }
  if (article.url.empty() || says_nothing(article)) {
    ++report_.without_text;
    return Ok{};
  }
  return put(std::move(article), page.fetched.value_or(std::chrono::sys_seconds{}));
}

// What was never archived: summaries of feeds, files that were added, articles of --no-archive.
Status Rebuild::take_over(const IndexDirectory& old) {
  return for_each_article(old, [&](StoredArticle stored) -> Status {
    if (done_.holds(stored.article.url)) return Ok{};
    ++report_.taken_over;
    return put(std::move(stored.article), stored.first_seen);
  });
}

// Without the old index: at least what feeds said of pages that could not be had.
Status Rebuild::take_entries() {
  if (!store_) return Ok{};
  for (const PageStatus status : {PageStatus::New, PageStatus::Failed, PageStatus::Kept}) {
    auto pages = store_->pages_in(status);
    if (!pages) return pages.error();
    for (const PageRow& page : *pages) {
      if (status == PageStatus::Kept && !page.address.empty()) continue;  // it was fetched
      auto entry = decode_record(page.entry);
      if (!entry || says_nothing(*entry) || done_.holds(entry->url)) continue;
      ++report_.taken_over;
      if (Status put_it = put(std::move(*entry), page.first_seen); !put_it) return put_it;
    }
  }
  return Ok{};
}

Status Rebuild::put(Article article, std::chrono::sys_seconds first_seen) {
  done_.add(article.url);
  clock_.set(first_seen);
  const auto outcome = writer_.put(std::move(article));
  if (!outcome) return outcome.error();
  ++progress_.articles;
  return Ok{};
}

Error with_way_on(Error error) {
  if (error.code == ErrorCode::Corrupt) error.hint = "try --from-archive";
  return error;
}

/// The index to be rebuilt; without shards if it cannot be read and need not be.
Result<IndexDirectory> hold_old(const RebuildSetup& setup) {
  auto held = hold_index_of_any_version(setup.directory);
  if (held) return held;
  std::error_code ignored;
  const bool lost =
      held.error().code == ErrorCode::NotFound || held.error().code == ErrorCode::Corrupt;
  const bool archived = fs::exists(setup.directory / "archive", ignored);
  if (setup.from == RebuildFrom::ArchiveAlone && lost && archived) {
    return hold_without_manifest(setup.directory);
  }
  return with_way_on(held.error());
}

Result<RebuildReport> fill(const RebuildSetup& setup, const IndexDirectory& old,
                           const fs::path& target, IndexingProgress& progress) {
  std::optional<Store> store;
  std::error_code ignored;
  if (fs::exists(setup.directory / "crawl.sqlite", ignored)) {
    auto opened = Store::open(setup.directory);
    if (!opened) return opened.error();
    store = std::move(*opened);
  }
  FirstSeenClock clock;
  const int shards = static_cast<int>(old.manifest.shards.size());
  auto writer = IndexWriter::open(target, {.shards = shards}, clock);
  if (!writer) return writer.error();
  Rebuild work(*writer, clock, std::move(store), progress);
  const bool reads_old = setup.from == RebuildFrom::ArchiveAndIndex;
  Status done = work.run(reads_old ? &old : nullptr, setup.directory / "archive");
  if (!done) return with_way_on(done.error());
  return work.report();
}

}  // namespace

Result<RebuildReport> rebuild(const RebuildSetup& setup, IndexingProgress& progress) {
  auto old = hold_old(setup);
  if (!old) return old.error();
  if (!setup.into.empty()) return fill(setup, *old, setup.into, progress);
  const fs::path target = setup.directory / kRebuildFolder;
  auto report = fill(setup, *old, target, progress);
  Status replaced = report ? replace_shards(*old) : Status(report.error());
  if (replaced) return report;
  std::error_code ignored;
  fs::remove_all(target, ignored);
  return replaced.error();
}

}  // namespace kiosque
