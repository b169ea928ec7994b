#include "searcher/query/date_range.h"

#include <algorithm>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/number.h"
#include "common/date/date.h"
#include "searcher/query/date_words.h"
#include "searcher/query/plain_word.h"

namespace kiosque::query {
namespace {

using namespace std::chrono;

/// A number, or a word with `digits` 0.
struct Piece {
  std::string word;
  int number = 0;
  std::size_t digits = 0;
};

using Pieces = std::vector<Piece>;

/// Days [from, to), or a moment from which everything counts.
struct Stretch {
  sys_days from;
  sys_days to;
  bool names_year = true;              ///< false: the year was guessed
  std::optional<sys_seconds> since{};  ///< of a duration
};

/// "1er-mai 2024" -> 1, mai, 2024: numbers and words, without ordinals and articles.
Pieces split_pieces(std::string_view text) {
  Pieces pieces;
  constexpr std::string_view kSeparators = " -/.,";
  for (std::size_t pos = 0; pos < text.size();) {
    if (kSeparators.find(text[pos]) != std::string_view::npos) {
      ++pos;
      continue;
    }
    const std::size_t start = pos;
    const bool number = is_digit(text[pos]);
    while (pos < text.size() && is_digit(text[pos]) == number &&
           kSeparators.find(text[pos]) == std::string_view::npos) {
      ++pos;
    }
    const std::string_view piece = text.substr(start, pos - start);
    if (number) {
      const auto value = parse_number<int>(piece);
      if (!value || piece.size() > 8) return {};
      pieces.push_back({.number = *value, .digits = piece.size()});
    } else if (const int spelt = spelt_number(piece)) {
      pieces.push_back({.number = spelt, .digits = 1});
    } else if (!is_filler(piece)) {
      pieces.push_back({.word = std::string(without_article(piece))});
    }
  }
  return pieces;
}

bool plausible(year y) noexcept { return y >= year{1800} && y <= year{2200}; }

std::optional<Stretch> one_day(year_month_day day) {
  if (!day.ok() || !plausible(day.year())) return std::nullopt;
  return Stretch{.from = sys_days{day}, .to = sys_days{day} + days{1}};
}

std::optional<Stretch> months_from(year_month first, int count) {
  if (!first.ok() || !plausible(first.year())) return std::nullopt;
  return Stretch{.from = sys_days{first / 1}, .to = sys_days{(first + months{count}) / 1}};
}

month month_of(const Piece& piece) { return month{static_cast<unsigned>(piece.number)}; }
day day_of(const Piece& piece) { return day{static_cast<unsigned>(piece.number)}; }

/// A year of two digits belongs to this century.
year year_of(const Piece& piece) {
  return year{piece.digits == 2 ? 2000 + piece.number : piece.number};
}

/// 2024, 2024-05, 2024-05-01, 01/05/2024, 05/2024, 20240501.
std::optional<Stretch> read_numbers(const Pieces& p) {
  if (p.size() == 1 && p[0].digits == 4) return months_from(year_of(p[0]) / January, 12);
  if (p.size() == 1 && p[0].digits == 8) {
    const int n = p[0].number;
    return one_day(year{n / 10000} / static_cast<int>(n / 100 % 100) / static_cast<int>(n % 100));
  }
  if (p.size() == 2 && p[0].digits == 4) return months_from(year_of(p[0]) / month_of(p[1]), 1);
  if (p.size() == 2 && p[1].digits == 4) return months_from(year_of(p[1]) / month_of(p[0]), 1);
  if (p.size() == 3 && p[0].digits == 4) {
    return one_day(year_of(p[0]) / month_of(p[1]) / day_of(p[2]));
  }
  const bool day_first = p.size() == 3 && p[0].digits <= 2 && p[1].digits <= 2;
  if (day_first && (p[2].digits == 4 || p[2].digits == 2)) {
    return one_day(year_of(p[2]) / month_of(p[1]) / day_of(p[0]));
  }
  return std::nullopt;
}

/// The last year in which `first` has begun, seen from `today`.
template <class Date>
year last_begun(Date first, sys_days today) {
  const year now = year_month_day{today}.year();
  return sys_days{now / first} <= today ? now : now - years{1};
}

/// 1 mai 2024, mai 2024, mai, May 5 2024, lundi 3 juin.
std::optional<Stretch> read_month(Pieces p, sys_days today) {
  if (p.size() > 1 && p[0].digits == 0 && weekday_name(p[0].word)) p.erase(p.begin());
  const auto named = std::find_if(p.begin(), p.end(), [](const Piece& piece) {
    return piece.digits == 0 && month_name(piece.word);
  });
  if (named == p.end()) return std::nullopt;
  const month month = *month_name(named->word);
  p.erase(named);

  std::optional<year> given;
  std::optional<day> day;
  for (const Piece& piece : p) {
    if (piece.digits == 4 && !given) {
      given = year_of(piece);
    } else if ((piece.digits == 1 || piece.digits == 2) && !day) {
      day = day_of(piece);
    } else {
      return std::nullopt;
    }
  }
  // A 29 February needs a leap year; it is only guessed right in one.
  const year guessed = last_begun(
      month / (day && day->ok() && *day <= std::chrono::day{28} ? *day : std::chrono::day{1}),
      today);
  auto stretch = day ? one_day(given.value_or(guessed) / month / *day)
                     : months_from(given.value_or(guessed) / month, 1);
  if (stretch) stretch->names_year = given.has_value();
  return stretch;
}

/// T2 2024, 2024-Q2.
std::optional<Stretch> read_quarter(const Pieces& p) {
  if (p.size() != 3) return std::nullopt;
  const bool year_first = p[0].digits == 4;
  const Piece& letter = p[year_first ? 1 : 0];
  const Piece& quarter = p[year_first ? 2 : 1];
  const Piece& year = p[year_first ? 0 : 2];
  const bool fits = (letter.word == "t" || letter.word == "q") && quarter.digits == 1 &&
                    quarter.number >= 1 && quarter.number <= 4 && year.digits == 4;
  if (!fits) return std::nullopt;
  return months_from(year_of(year) / month{static_cast<unsigned>(quarter.number * 3 - 2)}, 3);
}

year_month_day months_back(sys_days today, int count) {
  year_month_day day = year_month_day{today} - months{count};
  return day.ok() ? day : day.year() / day.month() / last;
}

/// 7j, 2 semaines, il y a 3 jours, 3 days ago, 7 derniers jours.
std::optional<Stretch> read_duration(Pieces p, sys_seconds now) {
  const auto drop = [&](auto&& is) {
    return std::erase_if(p,
                         [&](const Piece& piece) { return piece.digits == 0 && is(piece.word); });
  };
  const auto says_ago = [](std::string_view w) { return w == "ago"; };
  const bool in_french = p.size() == 5 && p[0].word == "il" && p[1].word == "y" && p[2].word == "a";
  if (in_french) p.erase(p.begin(), p.begin() + 3);
  const bool ago = drop(says_ago) > 0 || in_french;
  drop(is_previous);
  if (p.size() != 2 || p[0].digits == 0 || p[1].digits != 0) return std::nullopt;
  const auto unit = time_unit(p[1].word);
  const int count = p[0].number;
  if (!unit || count > 100'000) return std::nullopt;

  const auto today = floor<days>(date::paris_time(now));
  sys_days from = today;
  switch (*unit) {
    case TimeUnit::Hour: {
      const sys_seconds since = now - hours{count};
      const auto first = floor<days>(date::paris_time(since));
      return Stretch{.from = first, .to = first + days{1}, .since = since};
    }
    case TimeUnit::Day:
      from -= days{count};
      break;
    case TimeUnit::Week:
      from -= days{7 * count};
      break;
    case TimeUnit::Month:
      from = months_back(today, std::min(count, 12'000));
      break;
    case TimeUnit::Year:
      from = months_back(today, 12 * std::min(count, 1'000));
      break;
  }
  Stretch stretch{.from = from, .to = from + days{1}};
  if (!ago) stretch.since = date::start_of_day(from);
  return stretch;
}

/// cette semaine, mois dernier, last year, ce week-end.
std::optional<Stretch> read_period(const Pieces& p, sys_days today) {
  std::optional<TimeUnit> unit;
  bool weekend = false;
  int back = -1;
  for (const Piece& piece : p) {
    if (piece.digits != 0) return std::nullopt;
    if (is_current(piece.word)) {
      back = std::max(back, 0);
    } else if (is_previous(piece.word)) {
      back = 1;
    } else if (piece.word == "weekend" || piece.word == "end") {
      weekend = true;
    } else if (!unit && piece.word.size() > 1) {
      unit = time_unit(piece.word);
      if (!unit) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (back < 0) return std::nullopt;
  const year_month_day day{today};
  const sys_days monday = today - (weekday{today} - Monday) - days{7 * back};
  if (weekend) return Stretch{.from = monday + days{5}, .to = monday + days{7}};
  if (!unit) return std::nullopt;
  switch (*unit) {
    case TimeUnit::Week:
      return Stretch{.from = monday, .to = monday + days{7}};
    case TimeUnit::Month:
      return months_from(day.year() / day.month() - months{back}, 1);
    case TimeUnit::Year:
      return months_from((day.year() - years{back}) / January, 12);
    case TimeUnit::Day:
      return one_day(today - days{back});
    case TimeUnit::Hour:
      return std::nullopt;
  }
  return std::nullopt;
}

/// hier, avant-hier, aujourd'hui, lundi, lundi dernier.
std::optional<Stretch> read_day_name(const Pieces& p, sys_days today) {
  if (p.empty() || p.size() > 2 || p[0].digits != 0 || p.back().digits != 0) return std::nullopt;
  const std::string name = p.size() == 1 ? p[0].word : p[0].word + ' ' + p[1].word;
  if (const auto back = days_back(name)) return one_day(today - days{*back});
  const bool last = p.size() == 2 && (is_previous(p[0].word) || is_previous(p[1].word));
  if (p.size() == 2 && !last) return std::nullopt;
  const auto weekday = weekday_name(is_previous(p[0].word) ? p.back().word : p[0].word);
  if (!weekday) return std::nullopt;
  days back = std::chrono::weekday{today} - *weekday;
  if (last && back == days{0}) back = days{7};
  return one_day(today - back);
}

std::optional<Stretch> read_stretch(const Pieces& pieces, sys_seconds now) {
  if (pieces.empty() || pieces.size() > 6) return std::nullopt;
  const auto today = floor<days>(date::paris_time(now));
  if (std::all_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.digits > 0; })) {
    return read_numbers(pieces);
  }
  if (auto stretch = read_month(pieces, today)) return stretch;
  if (auto stretch = read_quarter(pieces)) return stretch;
  if (auto stretch = read_duration(pieces, now)) return stretch;
  if (auto stretch = read_day_name(pieces, today)) return stretch;
  return read_period(pieces, today);
}

/// The two ends of `1..5 mars`, `du 1 au 5 mars`; nothing if `text` is no range.
std::optional<std::pair<std::string, std::string>> split_range(const std::string& text) {
  for (const std::string_view dots : {"...", "..", "…"}) {
    if (const auto at = text.find(dots); at != std::string::npos) {
      return std::pair{text.substr(0, at), text.substr(at + dots.size())};
    }
  }
  for (const auto& [opening, middle] : range_words()) {
    if (!text.starts_with(opening)) continue;
    if (const auto at = text.find(middle); at != std::string::npos) {
      return std::pair{text.substr(opening.size(), at - opening.size()),
                       text.substr(at + middle.size())};
    }
  }
  return std::nullopt;
}

TimeRange to_range(const Stretch& stretch) {
  if (stretch.since) return {.from = stretch.since};
  return {.from = date::start_of_day(stretch.from), .to = date::start_of_day(stretch.to)};
}

bool names_month(const Pieces& pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const Piece& p) { return p.digits == 0 && month_name(p.word); });
}

bool names_year(const Pieces& pieces) {
  return std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.digits >= 4; });
}

std::optional<Stretch> read_left(Pieces left, const Stretch& right, bool right_has_year,
                                 sys_seconds now) {
  const year_month_day end{right.from};
  if (left.size() == 1 && (left[0].digits == 1 || left[0].digits == 2)) {
    return one_day(end.year() / end.month() / day_of(left[0]));
  }
  if (right_has_year && names_month(left) && !names_year(left)) {
    left.push_back({.number = static_cast<int>(end.year()), .digits = 4});
  }
  return read_stretch(left, now);
}

std::optional<TimeRange> read_range(const std::string& first, const std::string& second,
                                    sys_seconds now) {
  const Pieces left = split_pieces(first);
  const Pieces right = split_pieces(second);
  if (left.empty() && right.empty()) return std::nullopt;
  if (right.empty()) {
    const auto from = read_stretch(left, now);
    if (!from) return std::nullopt;
    return TimeRange{.from = to_range(*from).from};
  }
  auto to = read_stretch(right, now);
  if (!to) return std::nullopt;
  if (left.empty()) return TimeRange{.to = date::start_of_day(to->to)};
  auto from = read_left(left, *to, names_year(right), now);
  if (!from) return std::nullopt;
  if (to->to <= from->from && !to->names_year) {
    to->to = sys_days{year_month_day{to->to} + years{1}};
  }
  if (to->to <= from->from) std::swap(*from, *to);
  return TimeRange{.from = to_range(*from).from, .to = date::start_of_day(to->to)};
}

}  // namespace

std::optional<TimeRange> parse_date_range(std::string_view text, sys_seconds now) {
  const std::string plain = plain_word(text);
  if (const auto ends = split_range(plain)) return read_range(ends->first, ends->second, now);
  const auto stretch = read_stretch(split_pieces(plain), now);
  if (!stretch) return std::nullopt;
  return to_range(*stretch);
}

}  // namespace kiosque::query
