#include "common/date/date.h"

#include <fmt/format.h>

#include <array>

namespace kiosque::date {
namespace {

/// A moment taken apart, in a zone `offset` east of Greenwich.
struct Fields {
  int year;
  unsigned month, day, weekday;
  long hour, minute, second;
};

Fields fields_of(std::chrono::sys_seconds time, std::chrono::minutes offset) {
  const auto local = time + offset;
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(midnight);
  const std::chrono::hh_mm_ss clock(local - midnight);
  return {static_cast<int>(date.year()),
          static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()),
          std::chrono::weekday(midnight).c_encoding(),
          clock.hours().count(),
          clock.minutes().count(),
          clock.seconds().count()};
}

bool is_summer(std::chrono::sys_seconds utc) noexcept {
  using namespace std::chrono;
  const year_month_day day{std::chrono::floor<days>(utc)};
  const auto change = [&](month in) { return sys_days{day.year() / in / Sunday[last]} + hours{1}; };
  return utc >= change(March) && utc < change(October);
}

}  // namespace

std::chrono::sys_seconds SystemClock::now() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string format_iso8601(const Timestamp& time) {
  const std::chrono::minutes offset = time.offset.value_or(std::chrono::minutes{0});
  const Fields f = fields_of(time.utc, offset);
  std::string text = fmt::format("{:04}-{:02}-{:02}", f.year, f.month, f.day);
  if (time.date_only) return text;
  text += fmt::format("T{:02}:{:02}:{:02}", f.hour, f.minute, f.second);
  if (!time.offset) return text + "Z";
  const long minutes = std::abs(offset.count());
  return text +
         fmt::format("{}{:02}:{:02}", offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string format_rfc822(std::chrono::sys_seconds time) {
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Fields f = fields_of(time, std::chrono::minutes{0});
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays.at(f.weekday), f.day,
                     kMonths.at(f.month - 1), f.year, f.hour, f.minute, f.second);
}

std::chrono::sys_seconds paris_time(std::chrono::sys_seconds utc) {
  return utc + std::chrono::hours{is_summer(utc) ? 2 : 1};
}

std::chrono::sys_seconds start_of_day(std::chrono::year_month_day day) {
  const std::chrono::sys_seconds midnight = std::chrono::sys_days{day};
  const std::chrono::sys_seconds winter = midnight - std::chrono::hours{1};
  return is_summer(winter) ? midnight - std::chrono::hours{2} : winter;
}

}  // namespace kiosque::date
