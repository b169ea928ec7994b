#include "indexer/extract/text/prose_date.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <vector>

#include "common/date/calendar_words.h"
#include "indexer/extract/text/words.h"

namespace kiosque::extract::text {
namespace {

constexpr std::chrono::year kFirstYear{1990};

/// That a page announces what it dates no further ahead.
constexpr std::chrono::years kAhead{9};

/// The last year that date::parse_timestamp reads.
constexpr std::chrono::year kAnyYear{2199};

unsigned month_of(std::string_view word) { return date::month_number(word, date::Where::Prose); }

std::optional<int> number_of(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end == word.data()) return std::nullopt;
  const std::string_view rest(end, static_cast<std::size_t>(word.data() + word.size() - end));
  constexpr std::string_view kOrdinals[] = {"", "er", "st", "nd", "rd", "th"};
  return std::find(std::begin(kOrdinals), std::end(kOrdinals), rest) == std::end(kOrdinals)
             ? std::nullopt
             : std::optional(value);
}

std::optional<date::Timestamp> day(int year, int month, int day_of_month) {
  const bool possible = year >= static_cast<int>(kFirstYear) &&
                        year <= static_cast<int>(kAnyYear) && month >= 1 && day_of_month >= 1;
  if (!possible) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day_of_month)));
  if (!date.ok()) return std::nullopt;
  date::Timestamp time;
  time.utc = std::chrono::sys_days(date);
  time.date_only = true;
  return time;
}

int full_year(int year, std::size_t digits) { return digits == 2 ? 2000 + year : year; }

/// "3 juin 2024", "June 3 2024", "2024 06 03", "03 06 2024" at word `i`.
std::optional<date::Timestamp> day_at(const std::vector<std::string>& words, std::size_t i) {
  if (i + 2 >= words.size()) return std::nullopt;
  const auto first = number_of(words[i]);
  const auto second = number_of(words[i + 1]);
  auto third = number_of(words[i + 2]);
  if (!third && words[i + 2] == "de" && i + 3 < words.size()) third = number_of(words[i + 3]);
  if (!third) return std::nullopt;
  if (const unsigned month = month_of(words[i]); month != 0 && second) {
    return day(*third, static_cast<int>(month), *second);
  }
  if (!first) return std::nullopt;
  if (const unsigned month = month_of(words[i + 1]); month != 0) {
    return day(*third, static_cast<int>(month), *first);
  }
  if (!second) return std::nullopt;
  if (words[i].size() == 4) return day(*first, *second, *third);
  if (words[i + 2].size() != 4 && words[i + 2].size() != 2) return std::nullopt;
  return day(full_year(*third, words[i + 2].size()), *second, *first);
}

/// The same, up to the year `last`.
std::optional<date::Timestamp> date_at(const std::vector<std::string>& words, std::size_t i,
                                       std::chrono::year last) {
  const auto found = day_at(words, i);
  return found && found->utc < std::chrono::sys_days{(last + std::chrono::years{1}) / 1 / 1}
             ? found
             : std::nullopt;
}

std::optional<date::Timestamp> date_in_words(const std::vector<std::string>& words,
                                             std::chrono::year last) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (auto date = date_at(words, i, last)) return date;
    // Spanish: "3 de junio de 2024".
    if (i + 3 < words.size() && words[i + 1] == "de") {
      std::vector<std::string> shorter{words[i]};
      shorter.insert(shorter.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 2,
                     words.begin() + static_cast<std::ptrdiff_t>(std::min(i + 6, words.size())));
      if (auto date = date_at(shorter, 0, last)) return date;
    }
  }
  return std::nullopt;
}

}  // namespace

std::chrono::year last_year(std::optional<std::chrono::sys_seconds> now) {
  if (!now) return kAnyYear;
  const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(*now)};
  return today.year() + kAhead;
}

std::optional<date::Timestamp> date_in_prose(std::string_view text, std::chrono::year last) {
  return date_in_words(text::words_of(text), last);
}

std::optional<date::Timestamp> date_in_path(std::string_view path, std::chrono::year last) {
  const auto words = text::words_of(path);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (words[i].size() != 4 || words[i + 1].size() != 2 || words[i + 2].size() != 2) continue;
    if (auto date = date_at(words, i, last)) return date;
  }
  return std::nullopt;
}

std::optional<date::Timestamp> dateline(std::string_view text, std::chrono::year last) {
  const auto date = date_at(text::words_of(text.substr(0, 40)), 0, last);
  const bool bracketed = text.starts_with('(') && text.find(')') < 24;
  const std::size_t dash = std::min(text.find(" - "), text.find(" – "));
  return bracketed || dash < 24 ? date : std::nullopt;
}

date::Timestamp with_hour(const date::Timestamp& day, std::string_view text) {
  const auto time = date::parse_timestamp(text);
  if (!time || time->date_only) return day;
  const auto local = time->utc + time->offset.value_or(std::chrono::minutes(0));
  return std::chrono::floor<std::chrono::days>(local) == day.utc ? *time : day;
}

bool is_calendar_word(std::string_view word) {
  return month_of(word) != 0 || date::weekday_number(word, date::Where::Prose) != 0;
}

}  // namespace kiosque::extract::text
