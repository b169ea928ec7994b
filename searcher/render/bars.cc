#include "searcher/render/bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "searcher/render/layout.h"
#include "searcher/render/typography.h"

namespace kiosque {
namespace {

constexpr std::array<std::string_view, 9> kBlocks{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::size_t kMostPeaks = 3;

/// Sums of `months` bars each, so that the row fits.
std::vector<std::size_t> gather(const std::vector<TimelineBar>& timeline, std::size_t months) {
  std::vector<std::size_t> counts((timeline.size() + months - 1) / months);
  for (std::size_t i = 0; i < timeline.size(); ++i) counts[i / months] += timeline[i].count;
  return counts;
}

/// Any hit is seen: the lowest block stands for one and more.
std::size_t height_of(std::size_t count, std::size_t highest) {
  if (count == 0) return 0;
  return std::max<std::size_t>(1, count * (kBlocks.size() - 1) / highest);
}

/// The months with most hits, at least half of the highest, in order of time.
std::vector<std::size_t> peaks_of(const std::vector<TimelineBar>& timeline) {
  std::vector<std::size_t> order(timeline.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return timeline[a].count > timeline[b].count; });
  const std::size_t highest = timeline[order.front()].count;
  std::erase_if(order, [&](std::size_t i) { return timeline[i].count * 2 < highest; });
  order.resize(std::min(order.size(), kMostPeaks));
  std::ranges::sort(order);
  return order;
}

std::string month_of(const TimelineBar& bar, Language language) {
  return format_month(bar.year, bar.month, language);
}

}  // namespace

std::vector<std::string> draw_bars(const std::vector<TimelineBar>& timeline, std::size_t columns,
                                   Language language) {
  if (timeline.empty()) return {};
  const std::size_t months = (timeline.size() + columns - 1) / columns;
  const std::vector<std::size_t> counts = gather(timeline, months);
  const std::size_t highest = std::ranges::max(counts);
  const std::vector<std::size_t> peaks = peaks_of(timeline);

  std::string bars;
  std::string marks(counts.size(), ' ');
  for (const std::size_t count : counts) bars += kBlocks.at(height_of(count, highest));
  for (const std::size_t peak : peaks) marks[peak / months] = '^';

  std::string ends = month_of(timeline.front(), language);
  const std::string last = month_of(timeline.back(), language);
  if (timeline.size() > 1) {
    const std::size_t used = display_width(ends) + display_width(last);
    ends += counts.size() > used ? std::string(counts.size() - used, ' ') : " – ";
    ends += last;
  }
  std::vector<std::string> lines{bars, marks, ends};
  for (const std::size_t peak : peaks) {
    lines.push_back(fmt::format("^ {} : {}", month_of(timeline[peak], language),
                                format_count(timeline[peak].count, language)));
  }
  return lines;
}

}  // namespace kiosque
