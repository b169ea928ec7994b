#include "indexer/cli/duration.h"

#include <charconv>

namespace kiosque::cli {

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  constexpr std::int64_t kMost = 100LL * 366 * 86'400;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (error != std::errc{} || number < 0 || number > kMost || unit.size() != 1) return std::nullopt;
  std::int64_t factor = 0;
  switch (unit.front()) {
    case 's':
      factor = 1;
      break;
    case 'm':
      factor = 60;
      break;
    case 'h':
      factor = 3'600;
      break;
    case 'd':
      factor = 86'400;
      break;
    default:
      return std::nullopt;
  }
  if (number > kMost / factor) return std::nullopt;
  return std::chrono::seconds(number * factor);
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
