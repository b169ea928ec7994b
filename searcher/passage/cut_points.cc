#include "searcher/passage/cut_points.h"

#include <algorithm>
#include <iterator>

namespace kiosque::passage {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

}  // namespace

std::vector<std::uint32_t> cut_points(std::string_view paragraph, std::uint32_t begin,
                                      std::uint32_t end) {
  std::vector<std::uint32_t> breaks{begin};
  const std::string_view text = paragraph.substr(0, end);
  std::uint32_t quotation_end = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (text.substr(i).starts_with("«")) {
      constexpr std::size_t kShortQuotation = 120;
      const std::size_t close = text.find("»", i);
      if (close != std::string_view::npos && close - i <= kShortQuotation) {
        quotation_end = static_cast<std::uint32_t>(close);
      }
    }
    if (text[i] != ' ' || i < quotation_end || i + 1 == end) continue;
    const std::string_view next = text.substr(i + 1);
    constexpr std::string_view kBound[] = {"»", ":", ";", "!", "?", "%", "€", "–", "—"};
    const bool bound = std::any_of(std::begin(kBound), std::end(kBound),
                                   [&](std::string_view m) { return next.starts_with(m); });
    const std::string_view before = text.substr(0, i);
    const bool binds = before.ends_with("«") || before.ends_with("n°") ||
                       (i > 0 && is_digit(before.back()) && is_digit(next.front()));
    if (!bound && !binds) breaks.push_back(i + 1);
  }
  breaks.push_back(end);
  return breaks;
}

std::uint32_t trimmed_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == ',' || text[end - 1] == ';')) {
    --end;
  }
  return end;
}

}  // namespace kiosque::passage
