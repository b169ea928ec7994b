#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"

namespace kiosque {

/// A line of the main block on its way into the body.
struct Line {
  BlockKind kind = BlockKind::Paragraph;
  std::string_view text;
  double link_share = 0;     ///< of its bytes, how many are in links
  std::string_view dropped;  ///< why it is not kept; empty: kept
};

/// Marks what is no part of the article's text: the headline again, date lines and bylines at
/// either end, boilerplate, lines and lists that are links only, headings with nothing below.
void clean_up(std::vector<Line>& lines, std::string_view title);

}  // namespace kiosque
