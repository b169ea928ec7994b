#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace kiosque::query {

/// The words of dates, French and English, as plain_word() writes them.

enum class TimeUnit { Hour, Day, Week, Month, Year };

/// "mai", "sept", "august" -> the month.
[[nodiscard]] std::optional<std::chrono::month> month_name(std::string_view word) noexcept;

/// "lundi", "monday" -> the day of the week.
[[nodiscard]] std::optional<std::chrono::weekday> weekday_name(std::string_view word) noexcept;

/// "j", "jours", "w", "an" -> the unit.
[[nodiscard]] std::optional<TimeUnit> time_unit(std::string_view word) noexcept;

/// Days between a named day and today: "hier" -> 1, "avant hier" -> 2.
[[nodiscard]] std::optional<int> days_back(std::string_view name) noexcept;

/// "deux" -> 2; 0 for what is no number.
[[nodiscard]] int spelt_number(std::string_view word) noexcept;

/// "cette", "this": the period that is running.
[[nodiscard]] bool is_current(std::string_view word) noexcept;

/// "derniere", "last": the period before it.
[[nodiscard]] bool is_previous(std::string_view word) noexcept;

/// Words that say nothing of a date: articles, the "er" of 1er.
[[nodiscard]] bool is_filler(std::string_view word) noexcept;

/// "l'an" -> "an"
[[nodiscard]] std::string_view without_article(std::string_view word) noexcept;

/// What opens and what divides a range in words: "du " … " au ".
[[nodiscard]] std::span<const std::pair<std::string_view, std::string_view>> range_words() noexcept;

}  // namespace kiosque::query
