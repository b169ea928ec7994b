#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kiosque::crawl {

/// When feeds and pages are asked next: pure decisions, all moments in UTC.
using Moment = std::chrono::sys_seconds;

/// A wait never exceeds this, so that a nightly run, an hour early or late, misses no feed.
inline constexpr std::chrono::hours kLongestWait{23};

/// What a feed and its server say of their rhythm.
struct Rhythm {
  std::optional<std::chrono::seconds> fresh_for;  ///< Cache-Control, Expires
  std::optional<int> ttl_minutes;                 ///< ttl, sy:updatePeriod
  std::vector<int> skip_hours;                    ///< GMT, 0 to 23
  std::vector<int> skip_days;                     ///< 0 = Sunday
  std::chrono::minutes own{0};                    ///< the user's wish; not part of the text
};

/// The lasting part (all but `fresh_for` and `own`) as text, "60;22,23;0,6", and back; "" for none.
[[nodiscard]] std::string to_text(const Rhythm& rhythm);
[[nodiscard]] Rhythm rhythm_from_text(const std::string& text);

/// After an answer: the longest of an hour (or the user's interval, a quarter of an hour at least)
/// and the feed's wishes, at most `kLongestWait` (or the user's, if longer), then moved out of
/// hours and days to skip, as long as that stays within this.
[[nodiscard]] Moment next_check(Moment now, const Rhythm& rhythm);

/// After `failures` (at least 1) in a row, the first at `failing_since`: 1, 2, 4 … hours up to
/// `kLongestWait`; a week once it has failed for a month. Not before `retry_after`, if there is
/// one.
[[nodiscard]] Moment next_try(Moment now, int failures, Moment failing_since,
                              std::optional<Moment> retry_after);

/// A permanent redirect seen before, and how often.
struct Redirect {
  std::string url;
  Moment since{};
  int count = 0;
};

/// Adds the sighting of a permanent redirect to `target` ("" for none, which starts anew).
void note_redirect(Redirect& redirect, const std::string& target, Moment now);

/// True if the redirect has lasted: three times or more over three days or more.
[[nodiscard]] bool has_moved(const Redirect& redirect, Moment now);

/// How an attempt to get a page failed, as far as it decides on another attempt.
enum class PageFailure {
  Trouble,  ///< no answer, or one that tells of trouble (5xx, 408, 429): it may pass
  Refused,  ///< another 4xx: also a page that is announced before it is online
  Final,    ///< gone (410, 451), or our own refusal: robots.txt forbids it, or it is no page
};

/// What an answer of HTTP status `status` other than 200 is.
[[nodiscard]] PageFailure failure_of(int status);

/// When a page is tried again after attempt number `attempts` (from 1) failed; nothing when that
/// makes no sense.
[[nodiscard]] std::optional<Moment> next_page_try(Moment now, int attempts, PageFailure failure,
                                                  std::optional<Moment> retry_after);

}  // namespace kiosque::crawl
