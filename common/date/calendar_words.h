#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kiosque::date {

/// Where a word of the calendar is met. Not every word is read everywhere: the table
/// (calendar_words_table.cc) says which, as a word more would change what old texts mean.
enum class Where : std::uint8_t {
  Stamp = 1,  ///< a date of a feed or a page: folded, eleven languages, often cut short
  Prose = 2,  ///< the text of a page: lower case with its accents, the languages of the press
  Query = 4,  ///< what a reader types: folded, French and English
};

/// 1 to 12 for the name of a month or a usual abbreviation of it ("janv"); 0 for another word.
[[nodiscard]] unsigned month_number(std::string_view word, Where where) noexcept;

/// 1 (Monday) to 7 (Sunday), as ISO 8601 numbers them; 0 for another word. Stamps name none.
[[nodiscard]] unsigned weekday_number(std::string_view word, Where where) noexcept;

/// 1 to 12 for the month that a stamp names, whole or cut after three or more letters; 0 for
/// another word and for the beginning of two months ("jui").
[[nodiscard]] unsigned month_of_beginning(std::string_view word) noexcept;

/// The offset of a zone abbreviation such as "gmt", "cest", "edt" (RFC 822 and common use), east
/// positive. "z" has none: it says UTC and nothing of where the writer is (RFC 3339, 4.3).
[[nodiscard]] std::optional<std::chrono::minutes> zone_offset(std::string_view word) noexcept;

}  // namespace kiosque::date
