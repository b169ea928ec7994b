#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/engine/page.h"
#include "searcher/render/messages.h"

namespace kiosque {

/// A timeline drawn with block characters, at most `columns` wide: a row of bars, a row that marks
/// the peaks, a row with the first and the last month, then the peaks in words. Where there are
/// more months than columns, a bar is the sum of several.
[[nodiscard]] std::vector<std::string> draw_bars(const std::vector<TimelineBar>& timeline,
                                                 std::size_t columns, Language language);

}  // namespace kiosque
