#include "indexer/cli/crawl_summary.h"

#include <fmt/format.h>

#include <array>
#include <ctime>

#include "indexer/cli/progress.h"

namespace kiosque::cli {

std::string shown_time(crawl::Moment moment) {
  if (moment == crawl::Moment{}) return "never";
  const std::time_t time = moment.time_since_epoch().count();
  std::tm parts{};
  localtime_r(&time, &parts);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &parts);
  return std::string(text.data(), size);
}

std::string summary_of(const crawl::RunReport& report) {
  const auto seconds = static_cast<double>((report.ended - report.started).count());
  return fmt::format("crawl of {}, {}\n{}", shown_time(report.started), readable_duration(seconds),
                     crawl::to_text(report));
}

}  // namespace kiosque::cli
