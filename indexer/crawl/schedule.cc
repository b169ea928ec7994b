#include "indexer/crawl/schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/number.h"

namespace kiosque::crawl {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

constexpr std::chrono::minutes kOwnInterval{60};
constexpr std::chrono::minutes kShortestWait{15};
constexpr days kHopeless{30};
constexpr seconds kWeekly = days(7) - hours(1);
constexpr int kRedirectSightings = 3;
constexpr days kRedirectAge{3};

bool is_skipped(Moment moment, const Rhythm& rhythm) {
  const auto day = std::chrono::floor<days>(moment);
  const auto hour = std::chrono::duration_cast<hours>(moment - day).count();
  const auto weekday = std::chrono::weekday(day).c_encoding();
  const auto holds = [](const std::vector<int>& list, long value) {
    return std::find(list.begin(), list.end(), static_cast<int>(value)) != list.end();
  };
  return holds(rhythm.skip_hours, hour) || holds(rhythm.skip_days, static_cast<long>(weekday));
}

/// "1,2" -> 1, 2.
std::vector<int> numbers_in(std::string_view text) {
  std::vector<int> numbers;
  for (const std::string_view part : split(text, ',')) {
    if (const auto number = parse_number<int>(part)) numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace

std::string to_text(const Rhythm& rhythm) {
  std::string text =
      fmt::format("{};{};{}", rhythm.ttl_minutes ? std::to_string(*rhythm.ttl_minutes) : "",
                  fmt::join(rhythm.skip_hours, ","), fmt::join(rhythm.skip_days, ","));
  return text == ";;" ? "" : text;
}

Rhythm rhythm_from_text(const std::string& text) {
  const std::vector<std::string_view> parts = split(text, ';');
  Rhythm rhythm;
  rhythm.ttl_minutes = parse_number<int>(parts[0]);
  if (parts.size() > 1) rhythm.skip_hours = numbers_in(parts[1]);
  if (parts.size() > 2) rhythm.skip_days = numbers_in(parts[2]);
  return rhythm;
}

Moment next_check(Moment now, const Rhythm& rhythm) {
  const seconds longest = std::max<seconds>(kLongestWait, rhythm.own);
  seconds wait = rhythm.own > rhythm.own.zero() ? rhythm.own : kOwnInterval;
  if (rhythm.fresh_for) wait = std::max(wait, *rhythm.fresh_for);
  if (rhythm.ttl_minutes && *rhythm.ttl_minutes > 0) {
    wait = std::max(wait, seconds(std::int64_t{*rhythm.ttl_minutes} * 60));
  }
  wait = std::clamp<seconds>(wait, kShortestWait, longest);
  const Moment latest = now + longest;
  Moment next = now + wait;
  while (next < latest && is_skipped(next, rhythm)) {
    next = std::chrono::floor<hours>(next) + hours(1);
  }
  return std::min(next, latest);
}

Moment next_try(Moment now, int failures, Moment failing_since, std::optional<Moment> retry_after) {
  seconds wait = std::min<seconds>(hours(1 << std::clamp(failures - 1, 0, 5)), kLongestWait);
  if (now - failing_since > kHopeless) wait = kWeekly;
  return std::max(now + wait, std::min(retry_after.value_or(now), now + kWeekly));
}

void note_redirect(Redirect& redirect, const std::string& target, Moment now) {
  if (target.empty()) {
    redirect = {};
  } else if (redirect.url != target) {
    redirect = {target, now, 1};
  } else {
    ++redirect.count;
  }
}

bool has_moved(const Redirect& redirect, Moment now) {
  return redirect.count >= kRedirectSightings && now - redirect.since >= kRedirectAge;
}

PageFailure failure_of(int status) {
  if (status == 410 || status == 451) return PageFailure::Final;
  const bool refused = status >= 400 && status < 500 && status != 429 && status != 408;
  return refused ? PageFailure::Refused : PageFailure::Trouble;
}

std::optional<Moment> next_page_try(Moment now, int attempts, PageFailure failure,
                                    std::optional<Moment> retry_after) {
  constexpr std::array<seconds, 5> kWaits{hours(1), hours(5), hours(11), hours(23), hours(47)};
  // A page announced before it is online answers 403 or 404 for a while: two more tries.
  const std::size_t most = failure == PageFailure::Final     ? 0
                           : failure == PageFailure::Refused ? 2
                                                             : kWaits.size();
  const auto index = static_cast<std::size_t>(std::max(attempts, 1) - 1);
  if (index >= most) return std::nullopt;
  return std::max(now + kWaits[index], std::min(retry_after.value_or(now), now + kWeekly));
}

}  // namespace kiosque::crawl
