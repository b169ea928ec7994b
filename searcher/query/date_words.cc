#include "searcher/query/date_words.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "common/date/calendar_words.h"

namespace kiosque::query {
namespace {

template <class Value>
struct Entry {
  std::string_view word;
  Value value;
};

template <class Value, std::size_t kSize>
std::optional<Value> look_up(const Entry<Value> (&table)[kSize], std::string_view word) noexcept {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [&](const Entry<Value>& entry) { return entry.word == word; });
  if (found == std::end(table)) return std::nullopt;
  return found->value;
}

template <std::size_t kSize>
bool contains(const std::string_view (&table)[kSize], std::string_view word) noexcept {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

constexpr Entry<TimeUnit> kUnits[] = {
    {"h", TimeUnit::Hour},       {"heure", TimeUnit::Hour},   {"heures", TimeUnit::Hour},
    {"hour", TimeUnit::Hour},    {"hours", TimeUnit::Hour},   {"j", TimeUnit::Day},
    {"jour", TimeUnit::Day},     {"jours", TimeUnit::Day},    {"d", TimeUnit::Day},
    {"day", TimeUnit::Day},      {"days", TimeUnit::Day},     {"s", TimeUnit::Week},
    {"sem", TimeUnit::Week},     {"semaine", TimeUnit::Week}, {"semaines", TimeUnit::Week},
    {"w", TimeUnit::Week},       {"week", TimeUnit::Week},    {"weeks", TimeUnit::Week},
    {"m", TimeUnit::Month},      {"mois", TimeUnit::Month},   {"month", TimeUnit::Month},
    {"months", TimeUnit::Month}, {"a", TimeUnit::Year},       {"an", TimeUnit::Year},
    {"ans", TimeUnit::Year},     {"annee", TimeUnit::Year},   {"annees", TimeUnit::Year},
    {"y", TimeUnit::Year},       {"year", TimeUnit::Year},    {"years", TimeUnit::Year},
};

constexpr Entry<int> kDays[] = {
    {"aujourd'hui", 0}, {"aujourdhui", 0}, {"today", 0},     {"hier", 1},
    {"yesterday", 1},   {"avant hier", 2}, {"avanthier", 2},
};

constexpr Entry<int> kNumbers[] = {
    {"un", 1}, {"une", 1}, {"one", 1}, {"deux", 2}, {"two", 2}, {"trois", 3}, {"three", 3},
};

constexpr std::string_view kCurrent[] = {"ce", "cet", "cette", "ci", "this", "cours"};
constexpr std::string_view kPrevious[] = {"dernier", "derniere", "derniers", "dernieres",
                                          "passe",   "passee",   "last",     "past"};
constexpr std::string_view kFillers[] = {"le", "la",  "les", "the", "er", "en", "de",
                                         "du", "des", "of",  "st",  "nd", "rd", "th"};

constexpr std::pair<std::string_view, std::string_view> kRangeWords[] = {
    {"du ", " au "}, {"de ", " a "}, {"entre ", " et "}, {"from ", " to "}, {"between ", " and "},
};

}  // namespace

std::optional<std::chrono::month> month_name(std::string_view word) noexcept {
  const unsigned number = date::month_number(word, date::Where::Query);
  if (number == 0) return std::nullopt;
  return std::chrono::month{number};
}

std::optional<std::chrono::weekday> weekday_name(std::string_view word) noexcept {
  const unsigned number = date::weekday_number(word, date::Where::Query);
  if (number == 0) return std::nullopt;
  return std::chrono::weekday{number};
}

std::optional<TimeUnit> time_unit(std::string_view word) noexcept { return look_up(kUnits, word); }

std::optional<int> days_back(std::string_view name) noexcept { return look_up(kDays, name); }

int spelt_number(std::string_view word) noexcept { return look_up(kNumbers, word).value_or(0); }

bool is_current(std::string_view word) noexcept { return contains(kCurrent, word); }

bool is_previous(std::string_view word) noexcept { return contains(kPrevious, word); }

bool is_filler(std::string_view word) noexcept { return contains(kFillers, word); }

std::string_view without_article(std::string_view word) noexcept {
  return word.starts_with("l'") ? word.substr(2) : word;
}

std::span<const std::pair<std::string_view, std::string_view>> range_words() noexcept {
  return kRangeWords;
}

}  // namespace kiosque::query
