#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kiosque::passage {

/// Bytes [begin, end) of a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

/// Text with the matching words told apart; how they are shown is the renderer's business.
struct MarkedText {
  std::string text;
  std::vector<Span> marks;  ///< in order, not overlapping
};

}  // namespace kiosque::passage
