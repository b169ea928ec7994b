#pragma once

#include <optional>
#include <string_view>

#include "common/base/civil_time.h"
#include "indexer/extract/page_text.h"
#include "indexer/extract/signals.h"

namespace kiosque {

struct ArticleDates {
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
};

/// When an article was published and last changed: JSON-LD, metas, time elements, a day in the
/// address, then prose ("Publié le 3 juin 2024 à 10h05"), but never the date of a related article.
[[nodiscard]] ArticleDates find_dates(const PageText& page, const Signals& signals,
                                      std::string_view url);

/// The first date written in a line of prose, in the languages of the press: "3. Juni 2024",
/// "June 3, 2024", "03/06/2024" (day first), "2024-06-03". Nothing for relative words ("hier").
[[nodiscard]] std::optional<Timestamp> date_in_prose(std::string_view text);

/// True for the names of months and of days of the week, in lower case.
[[nodiscard]] bool is_calendar_word(std::string_view word);

}  // namespace kiosque
