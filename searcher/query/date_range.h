#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace kiosque::query {

/// Reads a day, a longer stretch of time or a range of either, as French and English write it:
///
///   2024 · 2024-05 · 2024-05-01 · 01/05/2024 · 20240501 · mai 2024 · 1er mai · mai · lundi ·
///   T2-2024 hier · aujourd'hui · cette-semaine · ce-mois · mois-dernier · last-week · il y a 3
///   jours 7j · 2 semaines · 3m · 1an · 24h (the last days, weeks, …, up to and with now)
///   2024-05-01..2024-05-31 · 2024-05.. · ..hier · 1..5 mars · janvier..mars 2024 · du 1 au 5 mars
///
/// Days are those of Paris. A day or month without a year is the last one that has begun. Upper or
/// lower case, accents, and spaces or hyphens between words make no difference.
[[nodiscard]] std::optional<TimeRange> parse_date_range(std::string_view text,
                                                        std::chrono::sys_seconds now);

}  // namespace kiosque::query
