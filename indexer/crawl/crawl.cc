#include "indexer/crawl/crawl.h"

#include <array>
#include <string>
#include <utility>

#include "common/base/version.h"
#include "indexer/crawl/memory.h"
#include "indexer/crawl/night.h"
#include "indexer/fetch/curl_client.h"

namespace kiosque::crawl {

Result<RunReport> run(const Setup& setup, const date::Clock& clock, const std::atomic<bool>& stop) {
  TRY(auto writer, write::IndexWriter::open(setup.directory, {}, clock));
  TRY(auto reader, index::Reader::open(std::array{setup.directory}));
  TRY(auto memory, Memory::open(setup.directory));
  TRY(const std::optional<RunRow> last, memory.runs.last());

  const std::filesystem::path archive_folder = setup.directory / "archive";
  std::optional<archive::Writer> archive;
  if (setup.archive == Archiving::On) {
    TRY(archive::Writer opened,
        archive::Writer::open(
            {.directory = archive_folder, .software = std::string("kiosque-indexer/") + kVersion}));
    archive.emplace(std::move(opened));
  }
  if (setup.revisit) {
    const Moment now = clock.now();
    TRY(memory.pages.revisit_since(now - *setup.revisit, now));
  }

  fetch::CurlClient client(setup.curl);
  fetch::Options polite = setup.fetcher;
  polite.quiet_start = last && last->ended == Moment{};
  fetch::Fetcher fetcher(client, memory.hosts, clock, polite);
  Night night({.memory = memory,
               .writer = writer,
               .reader = reader,
               .fetcher = fetcher,
               .archive = archive ? &*archive : nullptr,
               .archive_folder = archive_folder,
               .clock = clock,
               .stop = stop,
               .observer = setup.observer},
              setup.crawl);
  return night.run();
}

}  // namespace kiosque::crawl
