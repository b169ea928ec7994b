#include "indexer/upkeep/bury.h"

#include "common/base/url.h"

namespace kiosque::upkeep {

Result<std::size_t> bury(crawl::Memory& memory, write::IndexWriter& writer,
                         std::span<const std::string> urls, crawl::PageStatus status) {
  Status marked = memory.transaction([&]() -> Status {
    for (const std::string& url : urls) {
      Status done = memory.pages.put_tombstone(canonical_url(url).value_or(url), status);
      if (!done) return done;
    }
    return Ok{};
  });
  if (!marked) return marked.error();
  std::size_t removed = 0;
  for (const std::string& url : urls) {
    const auto found = writer.remove(url);
    if (!found) return found.error();
    if (*found) ++removed;
  }
  if (Status committed = writer.commit(); !committed) return committed.error();
  return removed;
}

}  // namespace kiosque::upkeep
