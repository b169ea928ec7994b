#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/index/article.h"
#include "indexer/crawl/pages.h"
#include "indexer/crawl/parts.h"
#include "indexer/crawl/report.h"
#include "indexer/crawl/schedule.h"
#include "indexer/fetch/fetch.h"

namespace kiosque::crawl {

/// The pages of one night: which are asked, how, and how their answers become articles of the index
/// (see Night for the order of it).
class PageRound {
 public:
  /// `parts` and `report`, which is written, must outlive it.
  PageRound(const Parts& parts, RunReport& report) : parts_(parts), report_(report) {}

  /// Indexes what a run that was killed fetched but did not index. Before all else.
  [[nodiscard]] Status recover();

  /// The pages to be asked that are due and were not given yet, some of each host. An entry without
  /// a page is due too, but goes straight to `index_arrivals`.
  [[nodiscard]] Result<std::vector<PageRow>> due();

  [[nodiscard]] static fetch::Request request_for(const PageRow& page);

  /// Archives an answer, or records that there is none. Returns until when the host is not to be
  /// asked, if it wants a pause; now, if it did not say how long.
  ///
  /// REQUIRES: a transaction.
  [[nodiscard]] Result<std::optional<Moment>> take(PageRow page, fetch::Fetched fetched);

  /// Puts the articles of what was taken into the index. Outside a transaction: what an article was
  /// before must be stored before the index forgets it.
  [[nodiscard]] Status index_arrivals();

  /// Pages whose outcome the next checkpoint records.
  [[nodiscard]] std::size_t outcomes() const noexcept { return outcomes_.size(); }

  /// Makes what was indexed last: archive, then index, then outcomes.
  [[nodiscard]] Status checkpoint();

 private:
  /// An answer that holds an article, on its way into the index.
  struct Arrival {
    PageRow page;
    std::string url;  ///< that answered
    std::string content_type;
    std::string body;
  };

  [[nodiscard]] Status arrived(PageRow page, fetch::HttpResponse response);
  [[nodiscard]] Status unchanged(PageRow page);
  void fail(PageRow page, const std::string& cause, PageFailure failure,
            std::optional<Moment> retry_after);
  void count_failure(const PageRow& page, const std::string& cause);
  [[nodiscard]] Status index(Arrival arrival);
  [[nodiscard]] Status index_entry_of(const PageRow& page);
  [[nodiscard]] Status put(const index::Article& article);
  [[nodiscard]] Status keep_version(const index::Article& article);

  const Parts& parts_;
  RunReport& report_;
  std::set<std::int64_t> busy_;  ///< ids of pages under way or not yet recorded
  std::vector<Arrival> arrivals_;
  std::vector<PageRow> outcomes_;   ///< to be recorded at the next checkpoint
  std::vector<PageRow> summaries_;  ///< pages that could not be had: index their entries
};

}  // namespace kiosque::crawl
