#include "indexer/pipeline/rebuild.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <vector>

#include "common/base/files.h"
#include "common/base/url.h"
#include "common/index/record.h"
#include "indexer/build/merge_articles.h"
#include "indexer/extract/extract.h"
#include "indexer/source/warc_reader.h"

namespace kiosque {
namespace {

namespace fs = std::filesystem;

/// The archive's files; their names begin with the time.
Result<std::vector<fs::path>> files_of(const fs::path& archive) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(archive, failure)) {
    if (entry.path().string().ends_with(".warc.gz")) files.push_back(entry.path());
  }
  if (failure) return system_error("read", archive, failure.value());
  std::sort(files.begin(), files.end());
  return files;
}

bool is_buried(const std::optional<PageRow>& row) {
  return row && (row->status == PageStatus::Forgotten || row->status == PageStatus::Expired);
}

/// False if there was nothing to index.
Result<bool> index_page(const WarcPage& page, Store& store, IndexWriter& writer) {
  Article article = extract_article(page.body, {page.url, page.content_type, page.fetched});
  article.url = canonical_url(page.url).value_or("");
  const auto row = store.page(article.url);
  if (!row) return row.error();
  if (article.url.empty() || is_buried(*row)) return false;
  if (*row) {
    if (const auto entry = decode_record((*row)->entry)) {
      article = merge_entry(std::move(article), *entry);
    }
  }
  if (article.body.empty() && article.standfirst.empty()) return false;
  const auto outcome = writer.put(std::move(article));
  if (!outcome) return outcome.error();
  return true;
}

}  // namespace

Result<RebuildReport> rebuild(const fs::path& archive, Store& store, IndexWriter& writer) {
  const auto files = files_of(archive);
  if (!files) return files.error();
  RebuildReport report;
  for (const fs::path& file : *files) {
    auto reader = WarcReader::open(file);
    if (!reader) return reader.error();
    while (const auto page = reader->next()) {
      const auto indexed = index_page(*page, store, writer);
      if (!indexed) return indexed.error();
      ++report.pages;
      if (!*indexed) ++report.skipped;
    }
    report.unreadable += reader->counts().unreadable;
  }
  if (Status committed = writer.commit(); !committed) return committed.error();
  return report;
}

}  // namespace kiosque
