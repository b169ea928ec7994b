#include <fmt/format.h>

#include <algorithm>

#include "searcher/render/page/html_view.h"
#include "searcher/speech/typography.h"

namespace kiosque::render::page {
namespace {

// The drawing's own units; the page stretches it to its width.
constexpr double kWidth = 600;
constexpr double kHeight = 60;
constexpr double kGap = 0.2;  // of a bar's width

std::string month_of(const engine::TimelineBar& bar, speech::Language language) {
  return speech::format_month(bar.year, bar.month, language);
}

Data bar_data(const View& view, const engine::TimelineBar& bar, std::size_t index,
              std::size_t peak) {
  const double step = kWidth / static_cast<double>(view.page.timeline.size());
  const double share = static_cast<double>(bar.count) / static_cast<double>(peak);
  const double height = bar.count == 0 ? 0 : std::max(1.5, share * kHeight);
  Data item{Data::type::object};
  item["x"] = fmt::format("{:.2f}", step * (static_cast<double>(index) + kGap / 2));
  item["y"] = fmt::format("{:.2f}", kHeight - height);
  item["width"] = fmt::format("{:.2f}", step * (1 - kGap));
  item["height"] = fmt::format("{:.2f}", height);
  item["label"] = speech::plural(speech::Message::TimelineBar, view.language(), bar.count,
                                 {month_of(bar, view.language())});
  if (bar.count > 0) {
    const engine::Filter month{"date", fmt::format("{}-{:02}", bar.year, bar.month)};
    item["href"] = view.href(address::with_filter(view.context.request, month));
  }
  return item;
}

/// What the drawing shows, in words: no month is named as the busiest where one article makes it
/// so.
std::string summary(const std::vector<engine::TimelineBar>& bars, const engine::TimelineBar& peak,
                    speech::Language language) {
  const std::string first = month_of(bars.front(), language);
  const std::string last = month_of(bars.back(), language);
  if (peak.count < 2) return speech::format(speech::Message::TimelineEven, language, {first, last});
  return speech::format(
      speech::Message::TimelineSummary, language,
      {first, last, month_of(peak, language), speech::format_count(peak.count, language)});
}

}  // namespace

void add_timeline(Data& data, const View& view) {
  const auto& bars = view.page.timeline;
  const auto peak = std::ranges::max_element(bars, {}, &engine::TimelineBar::count);
  if (bars.size() < 2 || peak->count == 0) return;
  Data timeline{Data::type::object};
  List list;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    list.push_back(bar_data(view, bars[i], i, peak->count));
  }
  timeline["bars"] = Data{list};
  timeline["box"] = fmt::format("0 0 {} {}", kWidth, kHeight);
  timeline["tall"] = fmt::format("{}", kHeight);
  timeline["first"] = month_of(bars.front(), view.language());
  timeline["last"] = month_of(bars.back(), view.language());
  timeline["summary"] = summary(bars, *peak, view.language());
  data["timeline"] = std::move(timeline);
}

}  // namespace kiosque::render::page
