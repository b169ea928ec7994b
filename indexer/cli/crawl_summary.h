#pragma once

#include <string>

#include "indexer/crawl/report.h"

namespace kiosque {

/// "2026-11-24 18:10", in the user's time zone; "never" for zero.
[[nodiscard]] std::string shown_time(Moment moment);

/// A run with its time, for a person.
[[nodiscard]] std::string summary_of(const RunReport& report);

}  // namespace kiosque
