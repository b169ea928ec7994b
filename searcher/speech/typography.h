#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/date/date.h"
#include "searcher/speech/language.h"

namespace kiosque::speech {

/// "12 345" with narrow no-break spaces (U+202F) in French, "12,345" in English.
[[nodiscard]] std::string format_count(std::size_t count, Language language);

/// "mardi 3 mai 2024", "mercredi 1er mai 2024"; "Tuesday 3 May 2024". The day in the writer's zone.
[[nodiscard]] std::string format_day(const date::Timestamp& time, Language language);

/// "14 h 30" ("14 h" on the hour), "14:30"; "" for a day without an hour. In the writer's zone.
[[nodiscard]] std::string format_hour(const date::Timestamp& time, Language language);

/// "mai 2024", "May 2024". REQUIRES: 1 <= month <= 12.
[[nodiscard]] std::string format_month(int year, unsigned month, Language language);

/// `text` with no-break spaces (U+00A0) before » : ; ! ? and behind « where it has plain ones, so
/// that no line begins with a closing quote or a question mark.
[[nodiscard]] std::string with_no_break_spaces(std::string_view text);

}  // namespace kiosque::speech
