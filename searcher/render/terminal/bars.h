#pragma once

#include <string>
#include <vector>

#include "searcher/engine/page.h"
#include "searcher/render/terminal/canvas.h"
#include "searcher/speech/speech.h"

namespace kiosque::render::terminal {

/// A timeline drawn with block characters: a row of bars, a row that marks the peaks, a row with
/// the first and the last month, then the peaks in words. Few months are drawn up to four columns
/// wide; where there are more months than columns, a bar is the sum of several. Without
/// Unicode the bars are ASCII characters, the darker the higher. REQUIRES: style.columns > 0.
[[nodiscard]] std::vector<std::string> draw_bars(const std::vector<engine::TimelineBar>& timeline,
                                                 const Style& style, speech::Language language);

}  // namespace kiosque::render::terminal
