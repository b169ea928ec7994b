#include "searcher/render/bars.h"

#include <gtest/gtest.h>

namespace kiosque {
namespace {

TEST(DrawBars, MarksThePeaks) {
  const std::vector<TimelineBar> timeline{{2024, 1, 0}, {2024, 2, 8}, {2024, 3, 1}};

  EXPECT_EQ(
      draw_bars(timeline, 80, Language::French),
      (std::vector<std::string>{" █▁", " ^ ", "janvier 2024 – mars 2024", "^ février 2024 : 8"}));
}

TEST(DrawBars, GathersMonthsThatDoNotFit) {
  std::vector<TimelineBar> timeline;
  for (int i = 0; i < 100; ++i) timeline.push_back({2020 + i / 12, 1U + i % 12, 1});

  EXPECT_EQ(draw_bars(timeline, 40, Language::French)[1].size(), 34U);
}

}  // namespace
}  // namespace kiosque
