#pragma once
// Reads and writes moments in time as feeds, pages and readers put them.
//
// In: the text of a date. Out: a Timestamp, and its text in the forms that machines read.
// Main types: Timestamp, Clock.
// Also open to other rooms: common/date/calendar_words.h (the names of months and weekdays, for the
// readers of prose and queries).
//
// Example (tests/unit/common/date/example_test.cc):
//   const auto time = parse_timestamp("lundi 3 juin 2024 à 10h05 (heure de Paris)");
//   EXPECT_EQ(format_iso8601(*time), "2024-06-03T10:05:00+02:00");
//   EXPECT_EQ(format_rfc822(time->utc), "Mon, 03 Jun 2024 08:05:00 GMT");

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kiosque::date {

/// A moment, with what its writer said of it.
struct Timestamp {
  std::chrono::sys_seconds utc{};  ///< the moment itself
  std::optional<std::chrono::minutes>
      offset{};            ///< zone of the writer, east positive; absent: none given
  bool date_only = false;  ///< a day without an hour; `utc` is its midnight

  bool operator==(const Timestamp&) const = default;
};

/// What time it is: passed in, so that tests choose it.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual std::chrono::sys_seconds now() const = 0;
};

/// The clock of the machine. Safe from any thread.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] std::chrono::sys_seconds now() const override;
};

/// Reads a date as feeds and pages write it: RFC 822/2822, RFC 3339 / ISO 8601 / W3CDTF, asctime,
/// French and English month names, numeric day-first dates. No zone means UTC. Nothing for text
/// that holds no plausible date, for zero dates and impossible days.
///
///   "Mon, 03 Jun 2024 10:05:00 +0200", "2024-06-03T10:05Z", "3 juin 2024 à 10h05", "1er mai 2024"
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

/// "2024-06-03T10:05:00+02:00" in the writer's zone ("Z" without one), or "2024-06-03" for a day.
/// `parse_timestamp` reads it back unchanged.
[[nodiscard]] std::string format_iso8601(const Timestamp& time);

/// RFC 822 date of a feed: "Mon, 03 Jun 2024 08:05:00 GMT".
[[nodiscard]] std::string format_rfc822(std::chrono::sys_seconds time);

/// What the clock on a wall in Paris shows, as if it were UTC (Central European Time; summer time
/// by directive 2000/84/EC, from the last Sunday of March to that of October, 01:00 UTC).
[[nodiscard]] std::chrono::sys_seconds paris_time(std::chrono::sys_seconds utc);

/// The moment at which a day begins in Paris.
[[nodiscard]] std::chrono::sys_seconds start_of_day(std::chrono::year_month_day day);

}  // namespace kiosque::date
