#include "indexer/crawl/crawl_directory.h"

#include <array>
#include <string>

#include "common/base/version.h"

namespace kiosque::crawl {

Result<RunReport> crawl_directory(const Setup& setup, const date::Clock& clock,
                                  const std::atomic<bool>& stop) {
  auto writer = write::IndexWriter::open(setup.directory, {}, clock);
  if (!writer) return writer.error();
  auto reader = index::Reader::open(std::array{setup.directory});
  if (!reader) return reader.error();
  auto memory = Memory::open(setup.directory);
  if (!memory) return memory.error();
  const auto last = memory->runs.last();
  if (!last) return last.error();

  Options options = setup.crawl;
  options.archive = setup.directory / "archive";
  std::optional<archive::Writer> archive;
  if (setup.archive == Archiving::On) {
    auto opened = archive::Writer::open(
        {.directory = options.archive, .software = std::string("kiosque-indexer/") + kVersion});
    if (!opened) return opened.error();
    archive.emplace(std::move(*opened));
  }
  if (setup.revisit) {
    const Moment now = clock.now();
    if (Status due = memory->pages.revisit_since(now - *setup.revisit, now); !due)
      return due.error();
  }

  fetch::CurlClient client(setup.curl);
  fetch::Options polite = setup.fetcher;
  polite.quiet_start = *last && (*last)->ended == Moment{};
  fetch::Fetcher fetcher(client, memory->hosts, clock, polite);
  Night run({*memory, *writer, *reader, fetcher, archive ? &*archive : nullptr, clock, stop},
            options, setup.observer);
  return run.run();
}

}  // namespace kiosque::crawl
