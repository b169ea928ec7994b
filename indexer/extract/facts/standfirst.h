#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/facts/signals.h"
#include "indexer/extract/text/clean.h"
#include "indexer/extract/text/page_text.h"

namespace kiosque::extract::facts {

inline constexpr std::size_t kNoStandfirst = static_cast<std::size_t>(-1);

/// Which segment is the standfirst: one that is the page's description, or whose class says so,
/// before the second paragraph of the body. `lines` are the judged segments.
[[nodiscard]] std::size_t find_standfirst(const text::PageText& page, const Signals& signals,
                                          const std::vector<text::Line>& lines);

}  // namespace kiosque::extract::facts
