#include "common/date/compact.h"

#include <cstdint>
#include <string>

namespace kiosque::date {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;

std::int64_t digits(const Token& token, std::size_t from, std::size_t count) {
  std::int64_t value = 0;
  for (const char c : token.text.substr(from, count)) value = value * 10 + (c - '0');
  return value;
}

bool is_number(const Token& token, std::size_t size) {
  return token.kind == Token::Kind::Number && token.text.size() == size;
}

bool is_dash(const Token& token) { return token.text == "-"; }

std::optional<Timestamp> day_only(std::optional<sys_days> date) {
  if (!date) return std::nullopt;
  return Timestamp{*date, std::nullopt, true};
}

std::optional<Timestamp> day_of_year(std::int64_t year, std::int64_t ordinal) {
  const auto first = make_date(year, 1, 1);
  if (!first || ordinal < 1 || ordinal > 366) return std::nullopt;
  return day_only(*first + days(ordinal - 1));
}

std::int64_t short_year(std::int64_t two_digits) {
  return two_digits + (two_digits < 69 ? 2000 : 1900);
}

/// "20260705" followed by "1015", "101500" or nothing.
std::optional<Timestamp> day_and_hour(const Token& number) {
  const auto date = make_date(digits(number, 0, 4), digits(number, 4, 2), digits(number, 6, 2));
  if (!date || number.text.size() == 8) return day_only(date);
  const std::int64_t hour = digits(number, 8, 2);
  const std::int64_t minute = digits(number, 10, 2);
  const std::int64_t second = digits(number, 12, 2);
  if (hour > 24 || minute > 59 || second > 60) return std::nullopt;
  return Timestamp{*date + seconds(hour * 3600 + minute * 60 + second)};
}

std::optional<Timestamp> from_unix(std::int64_t time) {
  const std::chrono::sys_seconds utc{seconds(time)};
  return Timestamp{utc, std::chrono::minutes(0)};
}

std::optional<Timestamp> one_number(const Token& number) {
  switch (number.text.size()) {
    case 4:
      return day_only(make_date(number.value, 1, 1));
    case 5:
      return day_of_year(short_year(digits(number, 0, 2)), digits(number, 2, 3));
    case 6:
      return day_only(
          make_date(short_year(digits(number, 0, 2)), digits(number, 2, 2), digits(number, 4, 2)));
    case 7:
      return day_of_year(digits(number, 0, 4), digits(number, 4, 3));
    case 8:
    case 12:
    case 14:
      return day_and_hour(number);
    case 9:
    case 10:
      return from_unix(number.value);
    case 13:
      return from_unix(number.value / 1000);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<sys_days> make_date(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (day > 31 || !date.ok()) return std::nullopt;
  return sys_days(date);
}

std::int64_t full_year(const Token& number) {
  if (number.text.size() <= 2) return short_year(number.value);
  if (number.text.size() == 3) return number.value + 1900;
  return number.value;
}

std::optional<Timestamp> parse_compact(std::span<const Token> t) {
  if (t.size() == 1 && t[0].kind == Token::Kind::Number) return one_number(t[0]);
  const bool has_fraction = t.size() == 3 && is_number(t[0], 10) && t[1].text == ".";
  if (has_fraction) return from_unix(t[0].value);
  if (t.size() == 2 && is_dash(t[0]) && is_number(t[1], 4)) {
    return day_only(make_date(short_year(digits(t[1], 0, 2)), digits(t[1], 2, 2), 1));
  }
  if (t.size() == 4 && is_dash(t[0]) && is_number(t[1], 2) && is_dash(t[2]) && is_number(t[3], 2)) {
    return day_only(make_date(short_year(t[1].value), t[3].value, 1));
  }
  if (t.size() != 3 || !is_dash(t[1])) return std::nullopt;
  if (is_number(t[0], 4) && is_number(t[2], 2))
    return day_only(make_date(t[0].value, t[2].value, 1));
  const bool has_ordinal = is_number(t[2], 3) && (is_number(t[0], 4) || is_number(t[0], 2));
  return has_ordinal ? day_of_year(full_year(t[0]), t[2].value) : std::nullopt;
}

}  // namespace kiosque::date
