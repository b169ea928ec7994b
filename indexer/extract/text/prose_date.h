#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "common/date/date.h"

namespace kiosque::extract::text {

/// The last year whose days are believed in what is read at `now`: pages announce what is some
/// years ahead, later numbers are other things, such as the end of a telephone number. Without
/// `now`, every year that a Timestamp may be of.
[[nodiscard]] std::chrono::year last_year(std::optional<std::chrono::sys_seconds> now);

/// The first date written in a line of prose, in the languages of the press: "3. Juni 2024",
/// "June 3, 2024", "03/06/2024" (day first), "2024-06-03". Nothing for relative words ("hier"), nor
/// for days before 1990 or after the year `last`.
[[nodiscard]] std::optional<date::Timestamp> date_in_prose(std::string_view text,
                                                           std::chrono::year last);

/// The first day in the path of an address: "/2019/11/19/titre", "/2019-11-19-titre".
[[nodiscard]] std::optional<date::Timestamp> date_in_path(std::string_view path,
                                                          std::chrono::year last);

/// The day a paragraph begins with: "27.1.2022 – Le ministre …", "(3 juin 2024) Le ministre …".
[[nodiscard]] std::optional<date::Timestamp> dateline(std::string_view text,
                                                      std::chrono::year last);

/// `day` with the hour that `text` gives beside it, if it gives one: "3 juin 2024 à 10h05".
[[nodiscard]] date::Timestamp with_hour(const date::Timestamp& day, std::string_view text);

/// True for the names of months and of days of the week, in lower case.
[[nodiscard]] bool is_calendar_word(std::string_view word);

}  // namespace kiosque::extract::text
