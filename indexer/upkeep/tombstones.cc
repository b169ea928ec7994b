#include "common/base/url.h"
#include "indexer/upkeep/upkeep.h"

namespace kiosque::upkeep {

Result<std::size_t> delete_with_tombstones(crawl::Memory& memory, write::IndexWriter& writer,
                                           std::span<const std::string> urls,
                                           crawl::PageStatus status) {
  TRY(memory.transaction([&]() -> Status {
    for (const std::string& url : urls) {
      TRY(memory.pages.put_tombstone(canonical_url(url).value_or(url), status));
    }
    return Ok{};
  }));
  std::size_t deleted = 0;
  for (const std::string& url : urls) {
    TRY(const bool found, writer.remove(url));
    if (found) ++deleted;
  }
  TRY(writer.commit());
  return deleted;
}

}  // namespace kiosque::upkeep
