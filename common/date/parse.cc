// Reads dates by their parts, not by fixed formats: first the day (three numbers, or a month name
// with its neighbours), then the hour near it, then the zone behind the hour.

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "common/date/calendar_words.h"
#include "common/date/compact.h"
#include "common/date/date.h"
#include "common/date/tokens.h"
#include "common/date/zone.h"

namespace kiosque::date {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using Kind = Token::Kind;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kMaxGap =
    6;  ///< words between a day and its hour: "3 juin 2024, publié à 10h"

/// A day found in the tokens [begin, end); `time` is where its hour stands, when inside.
struct Day {
  sys_days date;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t time = kNone;
};

struct Hour {
  seconds since_midnight;
  std::size_t end;
};

class Reader : private TokenView {
 public:
  using TokenView::TokenView;

  std::optional<Timestamp> read() const;

 private:
  bool starts_hour(std::size_t at) const;
  Part<Day> day() const;
  Part<Day> numeric_day(std::size_t at) const;
  Part<Day> named_day(std::size_t at) const;
  Part<Day> named_day_first(std::size_t month_at, unsigned month) const;
  std::size_t before(std::size_t at) const;
  std::size_t after(std::size_t at) const;
  std::size_t year_behind_hour(std::size_t at) const;

  Part<Hour> hour_near(const Day& day) const;
  Part<Hour> hour_at(std::size_t at) const;
  Part<Hour> hour_without_marks(std::size_t at) const;
  Part<Hour> half_day(std::size_t hour_at, std::int64_t seconds_of_day, std::size_t end) const;
};

Part<Day> make_day(std::int64_t year, std::int64_t month, std::int64_t day, Day range) {
  const auto date = make_date(year, month, day);
  if (!date) return {std::nullopt, true};
  range.date = *date;
  return {range};
}

constexpr std::array<std::string_view, 8> kBetweenParts{".", ",", "-", "/", "de", "of", "del", "'"};
constexpr std::array<std::string_view, 9> kOrdinals{"er",  "st", "nd", "rd", "th",
                                                    "eme", "e",  "o",  "ter"};

/// The number before `at`, behind at most three separators and ordinal endings; kNone if none.
std::size_t Reader::before(std::size_t at) const {
  for (std::size_t skipped = 0; at-- > 0 && skipped <= 3; ++skipped) {
    if (tokens_[at].kind == Kind::Number) {
      const bool ends_hour = at > 0 && (is(at - 1, ":") || is(at - 1, "h"));
      return ends_hour ? kNone : at;
    }
    if (!is_any(at, kBetweenParts) && !is_any(at, kOrdinals)) return kNone;
  }
  return kNone;
}

/// The number from `at` on, behind separators; kNone if none.
std::size_t Reader::after(std::size_t at) const {
  for (std::size_t skipped = 0; at < tokens_.size() && skipped <= 3; ++skipped, ++at) {
    if (tokens_[at].kind == Kind::Number) return at;
    if (!is_any(at, kBetweenParts) && !is_any(at, kOrdinals)) return kNone;
  }
  return kNone;
}

bool Reader::starts_hour(std::size_t at) const {
  return is_number(at, 1, 2) && (is(at + 1, ":") || is(at + 1, "h")) && is_number(at + 2, 1, 2);
}

/// "2024-06-03", "2024/6/3", "03/06/2024", "19.11.2019", "9/15/2014", "03-06-24".
Part<Day> Reader::numeric_day(std::size_t at) const {
  static constexpr std::array<std::string_view, 7> kSeparators{"-",  "/",  ".", "년",
                                                               "월", "年", "月"};
  if (at == 0 && is_number(at, 8, 8)) {
    return make_day(value(at) / 10000, value(at) / 100 % 100, value(at) % 100, Day{{}, 0, 1});
  }
  if (!is_any(at + 1, kSeparators) || !is_any(at + 3, kSeparators)) return {};
  const bool same_separators =
      is(at + 3, tokens_[at + 1].text) || is(at + 3, "월") || is(at + 3, "月");
  if (!same_separators || !is_number(at + 2, 1, 2)) return {};
  const Day range{{}, at, at + 5};
  const auto year_first = [&] {
    return make_day(full_year(tokens_[at]), value(at + 2), value(at + 4), range);
  };
  if (is_number(at, 4, 4) && is_number(at + 4, 1, 2)) return year_first();
  if (!is_number(at, 1, 2)) return {};
  const bool two_digits = is_number(at, 2, 2) && is_number(at + 2, 2, 2) && is_number(at + 4, 2, 2);
  if (two_digits && is(at + 1, "-") && value(at + 2) <= 12) return year_first();  // ISO 8601:1988
  const bool short_year = is_number(at + 4, 2, 2) && (two_digits || is(at + 1, "/"));
  if (!is_number(at + 4, 4, 4) && !short_year) return {};
  const bool month_first = value(at + 2) > 12 && value(at) <= 12;
  return make_day(full_year(tokens_[at + 4]), value(month_first ? at : at + 2),
                  value(month_first ? at + 2 : at), range);
}

/// Where the year of asctime stands, "Jan  4 16:29:06 EST 2004", for the hour at `at`.
std::size_t Reader::year_behind_hour(std::size_t at) const {
  for (std::size_t i = at + 3; i < std::min(tokens_.size(), at + 9); ++i) {
    const bool in_offset = is(i - 1, "+") || (is(i - 1, "-") && !tokens_[i].after_space);
    if (is_number(i, 4, 4) && !in_offset) return i;
  }
  return kNone;
}

/// "June 3, 2024", "Jun 3 10:05:00 2024", "juin 2024": the month stands before the day.
Part<Day> Reader::named_day_first(std::size_t month_at, unsigned month) const {
  std::size_t day_at = month_at + 1;
  if (is(day_at, ".")) ++day_at;
  if (is_number(day_at, 4, 4) && tokens_.size() == day_at + 1 && month_at == 0) {
    return make_day(value(day_at), month, 1, Day{{}, month_at, day_at + 1});
  }
  if (!is_number(day_at, 1, 2)) return {};
  std::size_t next = day_at + 1;
  while (is(next, ",") || is(next, ".") || is_any(next, kOrdinals)) ++next;
  if (is_number(next, 4, 4) && !is(next + 1, ":")) {
    return make_day(value(next), month, value(day_at), Day{{}, month_at, next + 1});
  }
  while (next < tokens_.size() && (is(next, "-") || is(next, "at"))) ++next;
  if (!starts_hour(next)) return {};
  const std::size_t year_at = year_behind_hour(next);
  if (year_at == kNone) return {};
  return make_day(value(year_at), month, value(day_at), Day{{}, month_at, year_at + 1, next});
}

/// "3 juin 2024", "1er mai 2024", "2004-július-13", and the month-first forms.
Part<Day> Reader::named_day(std::size_t at) const {
  if (tokens_[at].kind != Kind::Word) return {};
  const unsigned month = month_of_beginning(tokens_[at].text);
  if (month == 0) return {};
  const std::size_t first = before(at);
  const std::size_t second = after(at + 1);
  if (first != kNone && second != kNone && !starts_hour(second)) {
    const Day range{{}, first, second + 1};
    if (is_number(first, 1, 2) && is_number(second, 2, 4)) {
      return make_day(full_year(tokens_[second]), month, value(first), range);
    }
    if (is_number(first, 4, 4) && is_number(second, 1, 2)) {
      return make_day(value(first), month, value(second), range);
    }
  }
  return named_day_first(at, month);
}

Part<Day> Reader::day() const {
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    Part<Day> found = tokens_[at].kind == Kind::Number ? numeric_day(at) : named_day(at);
    if (found.value || found.impossible) return found;
  }
  return {};
}

/// Ends an hour: reads "pm", "p.m." behind it or its Korean form before it.
Part<Hour> Reader::half_day(std::size_t hour_at, std::int64_t seconds_of_day,
                            std::size_t end) const {
  bool morning = hour_at > 0 && is(hour_at - 1, "오전");
  bool afternoon = hour_at > 0 && is(hour_at - 1, "오후");
  for (const std::string_view letter : {"a", "p"}) {
    const bool joined = is(end, std::string(letter) + "m");
    const bool dotted = is(end, letter) && is(end + 1, ".") && is(end + 2, "m");
    if (!joined && !dotted) continue;
    (letter == "a" ? morning : afternoon) = true;
    end += joined ? 1 : 3;
    if (is(end, ".")) ++end;
  }
  constexpr std::int64_t kHalf = 43'200;  // noon
  if ((morning || afternoon) && seconds_of_day < kHalf + 3600) {
    seconds_of_day = seconds_of_day % kHalf + (afternoon ? kHalf : 0);
  }
  return {Hour{seconds(seconds_of_day), end}};
}

/// "1500" and "101500", the second with its "T" before it.
Part<Hour> Reader::hour_without_marks(std::size_t at) const {
  const bool six = is_number(at, 6, 6);
  if (!six && !is_number(at, 4, 4)) return {};
  const std::int64_t hhmmss = six ? value(at) : value(at) * 100;
  const std::int64_t hour = hhmmss / 10000;
  const std::int64_t minute = hhmmss / 100 % 100;
  if (hour > 24 || minute > 59) return {};
  return {
      Hour{seconds(hour * 3600 + minute * 60 + std::min<std::int64_t>(hhmmss % 100, 59)), at + 1}};
}

/// "10:05", "10:05:00.25", "10h05", "10 heures", "3pm".
Part<Hour> Reader::hour_at(std::size_t at) const {
  static constexpr std::array<std::string_view, 4> kHours{"h", "heures", "heure", "hrs"};
  static constexpr std::array<std::string_view, 5> kMinutes{"min", "mn", "m", "mins", "minutes"};
  if (!is_number(at, 1, 2)) return {};
  std::int64_t minute = 0;
  std::int64_t second = 0;
  std::size_t end = at + 1;
  if (is(at + 1, ":") && is_number(at + 2, 1, 2)) {
    minute = value(at + 2);
    end = at + 3;
    if (is(end, ":") && is_number(end + 1, 1, 2)) {
      second = value(end + 1);
      end += 2;
      if ((is(end, ".") || is(end, ",")) && is_number(end + 1, 1, 18) &&
          !tokens_[end + 1].after_space) {
        end += 2;
      }
    }
  } else if (is_any(at + 1, kHours)) {
    end = at + 2;
    const bool has_minutes = is_number(end, 1, 2);
    if (has_minutes) minute = value(end++);
    if (has_minutes && is_any(end, kMinutes)) ++end;
  } else if (!is(at + 1, "am") && !is(at + 1, "pm") && !(is(at + 2, ".") && is(at + 3, "m"))) {
    return {};
  }
  const bool past_midnight = value(at) == 24 && (minute != 0 || second != 0);
  if (value(at) > 24 || past_midnight || minute > 59 || second > 60) return {std::nullopt, true};
  second = std::min<std::int64_t>(second, 59);  // a leap second
  return half_day(at, value(at) * 3600 + minute * 60 + second, end);
}

Part<Hour> Reader::hour_near(const Day& day) const {
  if (day.time != kNone) return hour_at(day.time);
  for (std::size_t at = day.end; at < std::min(tokens_.size(), day.end + kMaxGap); ++at) {
    if (tokens_[at].kind != Kind::Number) continue;
    Part<Hour> found = hour_at(at);
    if (found.value || found.impossible) return found;
    const bool close = at == day.end || (at == day.end + 1 && is(day.end, "t"));
    if (close) return hour_without_marks(at);
    break;
  }
  for (std::size_t at = day.begin; at-- > 0 && at + kMaxGap > day.begin;) {
    const Part<Hour> found = hour_at(at);
    if (found.value && found.value->end <= day.begin) return found;
  }
  return {};
}

/// Dates in Korean without a zone are meant for Seoul.
bool has_hangul(std::span<const Token> tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.text == "년" || token.text == "오전" || token.text == "오후";
  });
}

std::optional<Timestamp> Reader::read() const {
  const Part<Day> day = this->day();
  if (!day.value) return std::nullopt;
  const Part<Hour> hour = hour_near(*day.value);
  if (hour.impossible) return std::nullopt;
  if (!hour.value) return Timestamp{day.value->date, std::nullopt, true};
  const sys_seconds local = day.value->date + hour.value->since_midnight;
  const Part<minutes> zone = zone_at(tokens_, hour.value->end, local);
  if (zone.impossible) return std::nullopt;
  auto offset = zone.value;
  if (!offset && has_hangul(tokens_)) offset = minutes(540);
  return Timestamp{local - offset.value_or(minutes(0)), offset};
}

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  std::optional<Timestamp> found = parse_compact(tokens);
  if (!found) found = Reader(tokens).read();
  const bool is_zero_date = found && found->utc == sys_seconds{};
  if (is_zero_date) return std::nullopt;
  return found;
}

}  // namespace kiosque::date
