#include "indexer/cli/readable.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <ctime>

namespace kiosque::cli {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t pos = digits.size(); pos > 3;) digits.insert(pos -= 3, 1, ' ');
  return digits;
}

std::string readable_duration(double seconds) {
  if (seconds < 10) return fmt::format("{:.1f} s", seconds);
  const auto whole = static_cast<std::uint64_t>(std::lround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

std::string readable_size(std::uint64_t bytes) {
  static constexpr std::array<const char*, 5> kUnits{"bytes", "kB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (value >= 999.5 && unit + 1 < kUnits.size()) {
    value /= 1000;
    ++unit;
  }
  return fmt::format("{:.{}f} {}", value, unit == 0 || value >= 99.5 ? 0 : 1, kUnits[unit]);
}

std::string readable_time(crawl::Moment moment) {
  if (moment == crawl::Moment{}) return "never";
  const std::time_t time = moment.time_since_epoch().count();
  std::tm parts{};
  localtime_r(&time, &parts);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &parts);
  return std::string(text.data(), size);
}

std::string readable_report(const crawl::RunReport& report) {
  const auto seconds = static_cast<double>((report.ended - report.started).count());
  return fmt::format("crawl of {}, {}\n{}", readable_time(report.started),
                     readable_duration(seconds), crawl::to_text(report));
}

}  // namespace kiosque::cli
