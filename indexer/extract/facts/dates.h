#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "common/date/date.h"
#include "indexer/extract/facts/signals.h"
#include "indexer/extract/text/page_text.h"

namespace kiosque::extract::facts {

struct ArticleDates {
  std::optional<date::Timestamp> published;
  std::optional<date::Timestamp> updated;
};

/// What is known of a page's dates before it is read.
struct DateBounds {
  std::string_view url;                                  ///< its address, which may hold a day
  std::optional<std::chrono::sys_seconds> fetched = {};  ///< later dates are not believed
};

/// When an article was published and last changed: JSON-LD, metas, time elements, a day in the
/// address or the title, then prose ("Publié le 3 juin 2024 à 10h05"), but never the date of a
/// related article. A moment given in UTC is told in the zone in which the page shows it.
[[nodiscard]] ArticleDates find_dates(const text::PageText& page, const Signals& signals,
                                      const DateBounds& bounds);

}  // namespace kiosque::extract::facts
