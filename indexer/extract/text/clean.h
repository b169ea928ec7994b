#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"

namespace kiosque::extract::text {

/// Why what stands below a picture was dropped.
inline constexpr std::string_view kCaption = "caption";

/// A line of the main block on its way into the body.
struct Line {
  index::BlockKind kind = index::BlockKind::Paragraph;
  std::string_view text;
  float link_share = 0;      ///< of its bytes, how many are in links
  std::string_view dropped;  ///< why it is not kept; empty: kept
};

/// Marks what is no part of the article's text: the headline again, date lines and bylines at
/// either end, boilerplate, lines and lists that are links only, headings with nothing below.
/// `known` is what is known of the article: its title, section and authors as lines of their own.
void clean_up(std::vector<Line>& lines, const index::Article& known);

}  // namespace kiosque::extract::text
