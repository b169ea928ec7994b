#include "searcher/render/terminal/bars.h"

#include <gtest/gtest.h>

namespace kiosque::render::terminal {
namespace {

TEST(DrawBars, MarksThePeaks) {
  const std::vector<engine::TimelineBar> timeline{{2024, 1, 0}, {2024, 2, 8}, {2024, 3, 1}};

  EXPECT_EQ(
      draw_bars(timeline, {.columns = 3}, speech::Language::French),
      (std::vector<std::string>{" █▁", " ^ ", "janvier 2024 – mars 2024", "^ février 2024 : 8"}));
}

TEST(DrawBars, MarksOneMonthOfAPeakAndNoneWhereNothingStandsOut) {
  const std::vector<engine::TimelineBar> slope{
      {2024, 1, 1}, {2024, 2, 8}, {2024, 3, 7}, {2024, 4, 0}};
  const std::vector<engine::TimelineBar> flat{{2024, 1, 2}, {2024, 2, 2}};

  EXPECT_EQ(draw_bars(slope, {.columns = 4}, speech::Language::French)[1], " ^  ");
  EXPECT_EQ(draw_bars(flat, {.columns = 2}, speech::Language::French),
            (std::vector<std::string>{"██", "janvier 2024 – février 2024"}));
}

TEST(DrawBars, DrawsFewMonthsWider) {
  const std::vector<engine::TimelineBar> timeline{{2024, 1, 3}, {2024, 2, 8}};

  EXPECT_EQ(draw_bars(timeline, {.columns = 80}, speech::Language::French)[0], "▃▃▃▃████");
  EXPECT_EQ(draw_bars(timeline, {.columns = 80}, speech::Language::French)[1], "     ^  ");
}

TEST(DrawBars, HasBarsForTerminalsWithoutBlocks) {
  const std::vector<engine::TimelineBar> timeline{{2024, 1, 4}, {2024, 2, 8}, {2024, 3, 0}};

  EXPECT_EQ(draw_bars(timeline, {.columns = 3, .unicode = false}, speech::Language::French)[0],
            "=@ ");
}

TEST(DrawBars, GathersMonthsThatDoNotFit) {
  std::vector<engine::TimelineBar> timeline;
  for (int i = 0; i < 100; ++i) timeline.push_back({2020 + i / 12, 1U + i % 12, 1});
  timeline[50].count = 9;

  EXPECT_EQ(draw_bars(timeline, {.columns = 40}, speech::Language::French)[1].size(), 34U);
}

}  // namespace
}  // namespace kiosque::render::terminal
