#include "indexer/upkeep/rebuild.h"

#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/base/files.h"
#include "common/base/url.h"
#include "common/index/record.h"
#include "indexer/archive/warc_reader.h"
#include "indexer/crawl/memory.h"
#include "indexer/threads/ordered_workers.h"
#include "indexer/upkeep/rebuild_tasks.h"
#include "indexer/write/index_directory.h"
#include "indexer/write/stored_article.h"
#include "indexer/write/write.h"

namespace kiosque::upkeep {
namespace {

namespace fs = std::filesystem;

/// Bytes of pages that may wait for a worker.
constexpr std::size_t kQueueBytes = 4u << 20;

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

class Rebuild {
 public:
  Rebuild(write::IndexWriter& writer, std::optional<crawl::Memory> memory, int jobs,
          pipeline::Progress& progress)
      : writer_(writer), memory_(std::move(memory)), jobs_(jobs), progress_(progress) {}

  [[nodiscard]] Status run(const write::IndexDirectory* old, const fs::path& archive);
  [[nodiscard]] const RebuildReport& report() const noexcept { return report_; }

 private:
  using Workers = threads::OrderedWorkers<RebuildTask, Rebuilt>;

  /// Lets `produce` leave tasks to threads; ends when all they made is on its way into the index.
  template <class Produce>
  [[nodiscard]] Status with_workers(Produce produce);
  [[nodiscard]] Status note_present(const write::IndexDirectory& old);
  [[nodiscard]] Status read_archive(const fs::path& archive, Workers& workers);
  [[nodiscard]] Status add_page(archive::WarcPage page, Workers& workers);
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
        return [builder = std::make_shared<write::DocumentBuilder>()](const RebuildTask& task) {
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
    if (Status noted = note_present(*old); !noted) return noted;
  }
  Status read = with_workers([&](Workers& workers) { return read_archive(archive, workers); });
  if (!read) return read;
  Status rest = with_workers([&](Workers& workers) {
    return old != nullptr ? take_over(*old, workers) : take_entries(workers);
  });
  if (!rest) return rest;
  if (Status committed = writer_.commit(); !committed) return committed;
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
  const auto files = files_of(archive);
  if (!files) return files.error();
  for (const fs::path& file : *files) {
    auto reader = archive::WarcReader::open(file);
    if (!reader) return reader.error();
    while (auto page = reader->next()) {
      if (failed_) return Ok{};
      if (Status added = add_page(std::move(*page), workers); !added) return added;
    }
    report_.unreadable += reader->counts().unreadable;
  }
  return Ok{};
}

Status Rebuild::add_page(archive::WarcPage page, Workers& workers) {
  ++report_.pages;
  const std::string url =
      page.article_url.empty() ? canonical_url(page.url).value_or("") : page.article_url;
  std::optional<crawl::PageRow> row;
  if (memory_) {
    auto found = memory_->pages.find(url);
    if (!found) return found.error();
    row = std::move(*found);
  }
  const bool buried = row && (row->status == crawl::PageStatus::Forgotten ||
                              row->status == crawl::PageStatus::Expired);
  const bool removed =
      present_ && row && row->status == crawl::PageStatus::Kept && !present_->holds(url);
  if (buried || removed) {
    ++report_.removed;
    return Ok{};
  }
  const std::size_t weight = page.body.size();
  workers.add(task_of_page(std::move(page), url, row ? row->entry : ""), weight);
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
    auto pages = memory_->pages.in(status);
    if (!pages) return pages.error();
    for (const crawl::PageRow& page : *pages) {
      if (status == crawl::PageStatus::Kept && !page.address.empty()) continue;  // it was fetched
      auto entry = index::decode_record(page.entry);
      if (!entry || says_nothing(*entry) || done_.holds(entry->url)) continue;
      add_article(std::move(*entry), page.first_seen, workers);
    }
  }
  return Ok{};
}

void Rebuild::add_article(index::Article article, std::chrono::sys_seconds first_seen,
                          Workers& workers) {
  ++report_.taken_over;
  const std::size_t weight = index::body_text(article).size();
  workers.add(task_of_article(std::move(article), first_seen), weight);
}

Error with_way_on(Error error) {
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
  return with_way_on(held.error());
}

Result<RebuildReport> fill(const RebuildSetup& setup, const write::IndexDirectory& old,
                           const fs::path& target, pipeline::Progress& progress) {
  std::optional<crawl::Memory> memory;
  std::error_code ignored;
  if (fs::exists(setup.directory / "crawl.sqlite", ignored)) {
    auto opened = crawl::Memory::open(setup.directory);
    if (!opened) return opened.error();
    memory = std::move(*opened);
  }
  const date::SystemClock clock;  // never asked: each article knows when it was first seen
  const int shards = static_cast<int>(old.manifest.shards.size());
  auto writer = write::IndexWriter::open(target, {.shards = shards}, clock);
  if (!writer) return writer.error();
  Rebuild work(*writer, std::move(memory), setup.jobs, progress);
  const bool reads_old = setup.from == RebuildFrom::ArchiveAndIndex;
  Status done = work.run(reads_old ? &old : nullptr, setup.directory / "archive");
  if (!done) return with_way_on(done.error());
  return work.report();
}

}  // namespace

Result<RebuildReport> rebuild(const RebuildSetup& setup, pipeline::Progress& progress) {
  auto old = hold_old(setup);
  if (!old) return old.error();
  if (!setup.into.empty()) return fill(setup, *old, setup.into, progress);
  const fs::path target = setup.directory / write::kRebuildFolder;
  auto report = fill(setup, *old, target, progress);
  Status replaced = report ? write::replace_shards(*old) : Status(report.error());
  if (replaced) return report;
  std::error_code ignored;
  fs::remove_all(target, ignored);
  return replaced.error();
}

}  // namespace kiosque::upkeep
