#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/engine/page.h"
#include "searcher/speech/speech.h"

namespace kiosque::render::terminal {

struct BarStyle {
  std::size_t columns = 80;
  bool unicode = true;  ///< false: bars of ASCII characters, the darker the higher
};

/// A timeline drawn with block characters: a row of bars, a row that marks the peaks, a row with
/// the first and the last month, then the peaks in words. Few months are drawn up to four columns
/// wide; where there are more months than columns, a bar is the sum of several.
[[nodiscard]] std::vector<std::string> draw_bars(const std::vector<engine::TimelineBar>& timeline,
                                                 const BarStyle& style, speech::Language language);

}  // namespace kiosque::render::terminal
