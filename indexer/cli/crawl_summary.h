#pragma once

#include <string>

#include "indexer/crawl/report.h"

namespace kiosque::cli {

/// "2026-11-24 18:10", in the user's time zone; "never" for zero.
[[nodiscard]] std::string shown_time(crawl::Moment moment);

/// A run with its time, for a person.
[[nodiscard]] std::string summary_of(const crawl::RunReport& report);

}  // namespace kiosque::cli
