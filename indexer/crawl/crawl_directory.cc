#include "indexer/crawl/crawl_directory.h"

#include <array>
#include <string>

#include "common/base/version.h"

namespace kiosque {

Result<RunReport> crawl_directory(const CrawlSetup& setup, const Clock& clock,
                                  const std::atomic<bool>& stop) {
  auto writer = IndexWriter::open(setup.directory, {}, clock);
  if (!writer) return writer.error();
  auto reader = IndexReader::open(std::array{setup.directory});
  if (!reader) return reader.error();
  auto store = Store::open(setup.directory);
  if (!store) return store.error();
  const auto last = store->last_run();
  if (!last) return last.error();

  CrawlOptions options = setup.crawl;
  options.archive = setup.directory / "archive";
  std::optional<WarcWriter> archive;
  if (setup.archive == Archiving::On) {
    auto opened = WarcWriter::open(
        {.directory = options.archive, .software = std::string("kiosque-indexer/") + kVersion});
    if (!opened) return opened.error();
    archive.emplace(std::move(*opened));
  }
  if (setup.revisit) {
    const Moment now = clock.now();
    if (Status due = store->revisit_since(now - *setup.revisit, now); !due) return due.error();
  }

  CurlClient client(setup.curl);
  FetcherOptions polite = setup.fetcher;
  polite.quiet_start = *last && (*last)->ended == Moment{};
  Fetcher fetcher(client, *store, clock, polite);
  Crawl run({*store, *writer, *reader, fetcher, archive ? &*archive : nullptr, clock, stop},
            options, setup.observer);
  return run.run();
}

}  // namespace kiosque
