#include "common/date/paris.h"

namespace kiosque::date {
namespace {

using namespace std::chrono;

bool is_summer(sys_seconds utc) noexcept {
  const year_month_day day{floor<days>(utc)};
  const auto change = [&](month in) { return sys_days{day.year() / in / Sunday[last]} + hours{1}; };
  return utc >= change(March) && utc < change(October);
}

}  // namespace

sys_seconds paris_time(sys_seconds utc) { return utc + hours{is_summer(utc) ? 2 : 1}; }

sys_seconds start_of_day(year_month_day day) {
  const sys_seconds midnight = sys_days{day};
  const sys_seconds winter = midnight - hours{1};
  return is_summer(winter) ? midnight - hours{2} : winter;
}

}  // namespace kiosque::date
