#include "searcher/speech/typography.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace kiosque::speech {
namespace {

constexpr std::string_view kNarrowSpace = "\u202f";
constexpr std::string_view kNoBreakSpace = "\u00a0";

constexpr std::array kFrenchMonths{"janvier",   "février", "mars",     "avril",
                                   "mai",       "juin",    "juillet",  "août",
                                   "septembre", "octobre", "novembre", "décembre"};
constexpr std::array kEnglishMonths{"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};
constexpr std::array kFrenchDays{"dimanche", "lundi",    "mardi", "mercredi",
                                 "jeudi",    "vendredi", "samedi"};
constexpr std::array kEnglishDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                  "Thursday", "Friday", "Saturday"};

std::string_view month_name(unsigned month, Language language) {
  return language == Language::French ? kFrenchMonths.at(month - 1) : kEnglishMonths.at(month - 1);
}

std::chrono::sys_seconds local_time(const date::Timestamp& time) {
  return time.utc + time.offset.value_or(std::chrono::minutes{0});
}

}  // namespace

std::string format_count(std::size_t count, Language language) {
  const std::string digits = std::to_string(count);
  const std::string_view separator = language == Language::French ? kNarrowSpace : ",";
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) grouped += separator;
    grouped += digits[i];
  }
  return grouped;
}

std::string format_day(const date::Timestamp& time, Language language) {
  const auto day = std::chrono::floor<std::chrono::days>(local_time(time));
  const std::chrono::year_month_day date{day};
  const auto weekday = std::chrono::weekday{day}.c_encoding();
  const auto number = static_cast<unsigned>(date.day());
  const bool first = number == 1 && language == Language::French;
  return fmt::format(
      "{} {}{} {} {}",
      language == Language::French ? kFrenchDays.at(weekday) : kEnglishDays.at(weekday), number,
      first ? "er" : "", month_name(static_cast<unsigned>(date.month()), language),
      static_cast<int>(date.year()));
}

std::string format_hour(const date::Timestamp& time, Language language) {
  if (time.date_only) return {};
  const auto local = local_time(time);
  const std::chrono::hh_mm_ss clock{local - std::chrono::floor<std::chrono::days>(local)};
  const auto hour = clock.hours().count();
  const auto minute = clock.minutes().count();
  if (language == Language::English) return fmt::format("{}:{:02}", hour, minute);
  if (minute == 0) return fmt::format("{}{}h", hour, kNoBreakSpace);
  return fmt::format("{1}{0}h{0}{2:02}", kNoBreakSpace, hour, minute);
}

std::string format_month(int year, unsigned month, Language language) {
  return fmt::format("{} {}", month_name(month, language), year);
}

std::string with_no_break_spaces(std::string_view text) {
  std::string bound;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i + 1);
    const bool before = rest.starts_with("»") || rest.starts_with(":") || rest.starts_with(";") ||
                        rest.starts_with("!") || rest.starts_with("?");
    const bool bind = text[i] == ' ' && (before || bound.ends_with("«"));
    bind ? bound.append(kNoBreakSpace) : bound.append(1, text[i]);
  }
  return bound;
}

}  // namespace kiosque::speech
