#include "indexer/cli/options.h"

#include <algorithm>
#include <cstdint>
#include <thread>

#include "common/base/number.h"

namespace kiosque::cli {
namespace {

/// Seconds of a unit of time; 0 for anything else.
std::int64_t seconds_in(char unit) {
  switch (unit) {
    case 's':
      return 1;
    case 'm':
      return 60;
    case 'h':
      return 3'600;
    case 'd':
      return 86'400;
    default:
      return 0;
  }
}

}  // namespace

void add_index_option(CLI::App& command, std::string& index, const std::string& help) {
  command.add_option("-i,--index", index, help)->required()->type_name("DIR");
}

void add_jobs_option(CLI::App& command, int& jobs) {
  jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  command.add_option("-j,--jobs", jobs, "Threads that parse and analyse (default: the cores)")
      ->check(CLI::Range(1, 256));
}

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  constexpr std::int64_t kMost = 100LL * 366 * 86'400;
  if (text.empty()) return std::nullopt;
  const std::int64_t unit = seconds_in(text.back());
  const auto number = parse_number<std::int64_t>(text.substr(0, text.size() - 1));
  if (unit == 0 || !number || *number < 0 || *number > kMost / unit) return std::nullopt;
  return std::chrono::seconds(*number * unit);
}

std::string format_duration(std::chrono::minutes time) {
  const auto count = time.count();
  if (count % 1440 == 0) return std::to_string(count / 1440) + 'd';
  return count % 60 == 0 ? std::to_string(count / 60) + 'h' : std::to_string(count) + 'm';
}

std::string check_duration(const std::string& text) {
  if (parse_duration(text)) return {};
  return "'" + text + "' is no duration such as 90s, 45m, 6h or 365d";
}

}  // namespace kiosque::cli
