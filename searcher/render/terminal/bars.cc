#include "searcher/render/terminal/bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "searcher/speech/typography.h"

namespace kiosque::render::terminal {
namespace {

constexpr std::array<std::string_view, 9> kBlocks{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 9> kAscii{" ", ".", ":", "-", "=", "+", "*", "#", "@"};
constexpr std::size_t kMostPeaks = 3;
constexpr std::size_t kWidestBar = 4;

/// Sums of `months` bars each, so that the row fits.
std::vector<std::size_t> gather(const std::vector<engine::TimelineBar>& timeline,
                                std::size_t months) {
  std::vector<std::size_t> counts((timeline.size() + months - 1) / months);
  for (std::size_t i = 0; i < timeline.size(); ++i) counts[i / months] += timeline[i].count;
  return counts;
}

/// Any hit is seen: the lowest block stands for one and more.
std::size_t height_of(std::size_t count, std::size_t highest) {
  if (count == 0) return 0;
  return std::max<std::size_t>(1, count * (kBlocks.size() - 1) / highest);
}

/// Whether month `i` stands out: more than its neighbours (the first of equals), than the average,
/// and at least half of the highest.
bool is_peak(const std::vector<engine::TimelineBar>& timeline, std::size_t i, std::size_t highest,
             std::size_t total) {
  const std::size_t count = timeline[i].count;
  const bool above_before = i == 0 || count > timeline[i - 1].count;
  const bool above_after = i + 1 == timeline.size() || count >= timeline[i + 1].count;
  return count > 1 && above_before && above_after && count * timeline.size() > total &&
         count * 2 >= highest;
}

/// The highest peaks, in order of time.
std::vector<std::size_t> peaks_of(const std::vector<engine::TimelineBar>& timeline) {
  std::size_t highest = 0;
  std::size_t total = 0;
  for (const engine::TimelineBar& bar : timeline) {
    highest = std::max(highest, bar.count);
    total += bar.count;
  }
  std::vector<std::size_t> peaks;
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    if (is_peak(timeline, i, highest, total)) peaks.push_back(i);
  }
  std::ranges::stable_sort(
      peaks, [&](std::size_t a, std::size_t b) { return timeline[a].count > timeline[b].count; });
  peaks.resize(std::min(peaks.size(), kMostPeaks));
  std::ranges::sort(peaks);
  return peaks;
}

std::string month_of(const engine::TimelineBar& bar, speech::Language language) {
  return speech::format_month(bar.year, bar.month, language);
}

/// The row below the bars: the first and the last month, at its ends if there is room.
std::string ends_of(const std::vector<engine::TimelineBar>& timeline, std::size_t width,
                    speech::Language language) {
  std::string ends = month_of(timeline.front(), language);
  if (timeline.size() == 1) return ends;
  const std::string last = month_of(timeline.back(), language);
  const std::size_t used = display_width(ends) + display_width(last);
  ends += width > used ? std::string(width - used, ' ') : " – ";
  return ends + last;
}

}  // namespace

std::vector<std::string> draw_bars(const std::vector<engine::TimelineBar>& timeline,
                                   const Style& style, speech::Language language) {
  if (timeline.empty()) return {};
  const std::size_t months = (timeline.size() + style.columns - 1) / style.columns;
  const std::vector<std::size_t> counts = gather(timeline, months);
  const std::size_t wide = std::clamp<std::size_t>(style.columns / counts.size(), 1, kWidestBar);
  const std::size_t highest = std::ranges::max(counts);
  const std::vector<std::size_t> peaks = peaks_of(timeline);

  std::string bars;
  std::string marks(counts.size() * wide, ' ');
  for (const std::size_t count : counts) {
    const std::size_t height = height_of(count, highest);
    for (std::size_t i = 0; i < wide; ++i) bars += (style.unicode ? kBlocks : kAscii).at(height);
  }
  for (const std::size_t peak : peaks) marks[peak / months * wide + (wide - 1) / 2] = '^';

  std::vector<std::string> lines{bars};
  if (!peaks.empty()) lines.push_back(marks);
  lines.push_back(ends_of(timeline, marks.size(), language));
  for (const std::size_t peak : peaks) {
    lines.push_back(fmt::format("^ {} : {}", month_of(timeline[peak], language),
                                speech::format_count(timeline[peak].count, language)));
  }
  return lines;
}

}  // namespace kiosque::render::terminal
