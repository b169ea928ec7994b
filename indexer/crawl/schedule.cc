#include "indexer/crawl/schedule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace kiosque::crawl {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

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

std::string join(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) {
    if (!text.empty()) text += ',';
    text += std::to_string(number);
  }
  return text;
}

std::vector<int> split_numbers(std::string_view text) {
  std::vector<int> numbers;
  while (!text.empty()) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{}) numbers.push_back(number);
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
  }
  return numbers;
}

}  // namespace

std::string to_text(const Rhythm& rhythm) {
  std::string text = rhythm.ttl_minutes ? std::to_string(*rhythm.ttl_minutes) : "";
  ((text += ';') += join(rhythm.skip_hours)) += ';';
  text += join(rhythm.skip_days);
  return text == ";;" ? "" : text;
}

Rhythm rhythm_from_text(const std::string& text) {
  Rhythm rhythm;
  const auto first = std::min(text.find(';'), text.size());
  const auto second = std::min(text.find(';', first + 1), text.size());
  const std::string_view all(text);
  const std::vector<int> ttl = split_numbers(all.substr(0, first));
  if (!ttl.empty()) rhythm.ttl_minutes = ttl.front();
  if (first < text.size()) {
    rhythm.skip_hours = split_numbers(all.substr(first + 1, second - first - 1));
  }
  if (second < text.size()) rhythm.skip_days = split_numbers(all.substr(second + 1));
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
