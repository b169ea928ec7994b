#pragma once

#include <cstdint>
#include <string>

#include "indexer/crawl/report.h"

/// Figures, times and reports as a person reads them.
namespace kiosque::cli {

/// "1 234 567": digits in groups of three.
[[nodiscard]] std::string grouped(std::uint64_t number);

/// "8 s", "3 min 20 s", "2 h 05 min".
[[nodiscard]] std::string readable_duration(double seconds);

/// "312 bytes", "4.1 MB" (decimal units).
[[nodiscard]] std::string readable_size(std::uint64_t bytes);

/// "2026-11-24 18:10", in the user's time zone; "never" for zero.
[[nodiscard]] std::string readable_time(crawl::Moment moment);

/// A run with its time.
[[nodiscard]] std::string readable_report(const crawl::RunReport& report);

}  // namespace kiosque::cli
