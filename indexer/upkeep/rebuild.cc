#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/base/files.h"
#include "common/base/hash.h"
#include "common/base/url.h"
#include "common/index/record.h"
#include "indexer/archive/archive.h"
#include "indexer/extract/extract.h"
#include "indexer/threads/threads.h"
#include "indexer/upkeep/upkeep.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/index_directory.h"
#include "indexer/write/stored_article.h"

namespace kiosque::upkeep {
namespace {

namespace fs = std::filesystem;

/// Bytes of pages that may wait for a worker.
constexpr std::size_t kQueueBytes = 4u << 20;

/// What a worker makes of a page of the archive or of a stored article.
struct Rebuilt {
  std::string page;                               ///< URL of the article read from a page; else ""
  std::optional<write::PreparedArticle> article;  ///< none: the page has no text
};

/// What is left to a worker. Pure; safe from any thread.
using Task = std::function<Rebuilt(write::DocumentBuilder&)>;

write::PreparedArticle prepare(const index::Article& article, std::chrono::sys_seconds first_seen,
                               write::DocumentBuilder& builder) {
  write::PreparedArticle prepared = builder.build(article);
  prepared.first_seen = first_seen;
  return prepared;
}

/// Reads a page anew as the article `url`; `entry` is the record of what a feed said of it, or "".
Rebuilt read_page(const archive::Page& page, const std::string& url, const std::string& entry,
                  write::DocumentBuilder& builder) {
  index::Article article =
      extract::from_html(page.body, {page.url, page.content_type, page.fetched});
  article.url = url;
  if (const auto from_feed = index::decode_record(entry)) {
    article = write::merge_entry(std::move(article), *from_feed);
  }
  if (article.url.empty() || !index::has_text(article)) return {};
  return {url, prepare(article, page.fetched.value_or(std::chrono::sys_seconds{}), builder)};
}

/// A set of addresses, by hash: an index may hold millions.
class UrlSet {
 public:
  void add(const std::string& url) { hashes_.insert(hash64(url)); }
  [[nodiscard]] bool holds(const std::string& url) const { return hashes_.contains(hash64(url)); }

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

class Rebuild {
 public:
  Rebuild(write::IndexWriter& writer, std::optional<crawl::Memory> memory, int jobs,
          pipeline::Progress& progress)
      : writer_(writer), memory_(std::move(memory)), jobs_(jobs), progress_(progress) {}

  [[nodiscard]] Status run(const write::IndexDirectory* old, const fs::path& archive);
  [[nodiscard]] const RebuildReport& report() const noexcept { return report_; }

 private:
  using Workers = threads::OrderedWorkers<Task, Rebuilt>;

  /// Lets `produce` leave tasks to threads; ends when all they made is on its way into the index.
  template <class Produce>
  [[nodiscard]] Status with_workers(Produce produce);
  [[nodiscard]] Status note_present(const write::IndexDirectory& old);
  [[nodiscard]] Status read_archive(const fs::path& archive, Workers& workers);
  [[nodiscard]] Status add_page(archive::Page page, Workers& workers);
  [[nodiscard]] Status take_over(const write::IndexDirectory& old, Workers& workers);
  [[nodiscard]] Status take_entries(Workers& workers);
  void add_article(index::Article article, std::chrono::sys_seconds first_seen, Workers& workers);
  void deliver(Rebuilt made);

  write::IndexWriter& writer_;
  std::optional<crawl::Memory> memory_;  ///< none if the index was never crawled into
  int jobs_;
  pipeline::Progress& progress_;
  RebuildReport report_;
  std::optional<UrlSet> present_;  ///< articles of the old index, if that is read
  UrlSet done_;           ///< pages of the archive that were read: written by their workers
  Status status_ = Ok{};  ///< of the writing, by workers
  std::atomic<bool> failed_ = false;
};

template <class Produce>
Status Rebuild::with_workers(Produce produce) {
  Workers workers(
      jobs_, kQueueBytes,
      [] {
        return [builder = std::make_shared<write::DocumentBuilder>()](const Task& task) {
          return task(*builder);
        };
      },
      [this](Rebuilt made) { deliver(std::move(made)); });
  Status produced = produce(workers);
  workers.finish();
  return status_ ? produced : status_;
}

// In the order of the tasks, on a thread of the workers.
void Rebuild::deliver(Rebuilt made) {
  if (!status_) return;
  if (!made.article) {
    ++report_.without_text;
    return;
  }
  if (!made.page.empty()) done_.add(made.page);
  ++progress_.articles;
  std::vector<write::PreparedArticle> articles;
  articles.push_back(std::move(*made.article));
  status_ = writer_.enqueue(std::move(articles));
  failed_ = !status_;
}

Status Rebuild::run(const write::IndexDirectory* old, const fs::path& archive) {
  if (old != nullptr) {
    TRY(note_present(*old));
  }
  TRY(with_workers([&](Workers& workers) { return read_archive(archive, workers); }));
  TRY(with_workers([&](Workers& workers) {
    return old != nullptr ? take_over(*old, workers) : take_entries(workers);
  }));
  TRY(writer_.commit());
  report_.articles = writer_.counts().fresh;
  return Ok{};
}

Status Rebuild::note_present(const write::IndexDirectory& old) {
  present_.emplace();
  return write::for_each_article(old, [&](const write::StoredArticle& stored) -> Status {
    present_->add(stored.article.url);
    return Ok{};
  });
}

Status Rebuild::read_archive(const fs::path& archive, Workers& workers) {
  TRY(const auto files, files_of(archive));
  for (const fs::path& file : files) {
    TRY(auto reader, archive::Reader::open(file));
    while (auto page = reader.next()) {
      if (failed_) return Ok{};
      TRY(add_page(std::move(*page), workers));
    }
    report_.unreadable += reader.unreadable();
  }
  return Ok{};
}

Status Rebuild::add_page(archive::Page page, Workers& workers) {
  ++report_.pages;
  const std::string url =
      page.article_url.empty() ? canonical_url(page.url).value_or("") : page.article_url;
  std::optional<crawl::PageRow> row;
  if (memory_) {
    TRY(row, memory_->pages.find(url));
  }
  const bool has_tombstone = row && crawl::is_tombstone(row->status);
  const bool removed =
      present_ && row && row->status == crawl::PageStatus::Kept && !present_->holds(url);
  if (has_tombstone || removed) {
    ++report_.removed;
    return Ok{};
  }
  const std::size_t weight = page.body.size();
  workers.add([page = std::move(page), url, entry = row ? row->entry : ""](
                  write::DocumentBuilder& builder) { return read_page(page, url, entry, builder); },
              weight);
  return Ok{};
}

// What was never archived: summaries of feeds, files that were added, articles of --no-archive.
Status Rebuild::take_over(const write::IndexDirectory& old, Workers& workers) {
  return write::for_each_article(old, [&](write::StoredArticle stored) -> Status {
    if (failed_ || done_.holds(stored.article.url)) return Ok{};
    add_article(std::move(stored.article), stored.first_seen, workers);
    return Ok{};
  });
}

// Without the old index: at least what feeds said of pages that could not be had.
Status Rebuild::take_entries(Workers& workers) {
  if (!memory_) return Ok{};
  for (const crawl::PageStatus status :
       {crawl::PageStatus::New, crawl::PageStatus::Failed, crawl::PageStatus::Kept}) {
    TRY(const auto pages, memory_->pages.in(status));
    for (const crawl::PageRow& page : pages) {
      if (status == crawl::PageStatus::Kept && !page.address.empty()) continue;  // it was fetched
      auto entry = index::decode_record(page.entry);
      if (!entry || !index::has_text(*entry) || done_.holds(entry->url)) continue;
      add_article(std::move(*entry), page.first_seen, workers);
    }
  }
  return Ok{};
}

void Rebuild::add_article(index::Article article, std::chrono::sys_seconds first_seen,
                          Workers& workers) {
  ++report_.taken_over;
  const std::size_t weight = index::body_text(article).size();
  workers.add(
      [article = std::move(article), first_seen](write::DocumentBuilder& builder) {
        return Rebuilt{{}, prepare(article, first_seen, builder)};
      },
      weight);
}

Error with_hint(Error error) {
  if (error.code == ErrorCode::Corrupt) error.hint = "try --from-archive";
  return error;
}

/// The index to be rebuilt; without shards if it cannot be read and need not be.
Result<write::IndexDirectory> hold_old(const RebuildSetup& setup) {
  auto held = write::hold_index_of_any_version(setup.directory);
  if (held) return held;
  std::error_code ignored;
  const bool lost =
      held.error().code == ErrorCode::NotFound || held.error().code == ErrorCode::Corrupt;
  const bool archived = fs::exists(setup.directory / "archive", ignored);
  if (setup.from == RebuildFrom::ArchiveAlone && lost && archived) {
    return write::hold_without_manifest(setup.directory);
  }
  return with_hint(held.error());
}

Result<RebuildReport> rebuild_into(const RebuildSetup& setup, const write::IndexDirectory& old,
                                   const fs::path& target, pipeline::Progress& progress) {
  std::optional<crawl::Memory> memory;
  std::error_code ignored;
  if (fs::exists(setup.directory / "crawl.sqlite", ignored)) {
    TRY(memory, crawl::Memory::open(setup.directory));
  }
  const date::SystemClock clock;  // never asked: each article knows when it was first seen
  const int shards = static_cast<int>(old.manifest.shards.size());
  TRY(auto writer, write::IndexWriter::open(target, {.shards = shards}, clock));
  Rebuild rebuild(writer, std::move(memory), setup.jobs, progress);
  const bool reads_old = setup.from == RebuildFrom::ArchiveAndIndex;
  Status done = rebuild.run(reads_old ? &old : nullptr, setup.directory / "archive");
  if (!done) return with_hint(done.error());
  return rebuild.report();
}

}  // namespace

Result<RebuildReport> rebuild(const RebuildSetup& setup, pipeline::Progress& progress) {
  TRY(auto old, hold_old(setup));
  if (!setup.into.empty()) return rebuild_into(setup, old, setup.into, progress);
  const fs::path target = setup.directory / write::kRebuildFolder;
  auto report = rebuild_into(setup, old, target, progress);
  Status replaced = report ? write::replace_shards(old) : Status(report.error());
  if (replaced) return report;
  std::error_code ignored;
  fs::remove_all(target, ignored);
  return replaced.error();
}

}  // namespace kiosque::upkeep
