#pragma once

#include <string_view>
#include <vector>

#include "common/index/article.h"

namespace kiosque::html {

/// The blocks of a piece of HTML, such as a feed entry's content: paragraphs, subheads, quotes and
/// list items, as plain text. Nothing is judged: all that a reader would see is kept.
///
///   "<p>Un <b>mot</b>.</p><h2>Deux</h2>"  ->  {p "Un mot."} {h "Deux"}
///
/// REQUIRES: `html_utf8` is valid UTF-8.
[[nodiscard]] std::vector<index::Block> blocks_of_fragment(std::string_view html_utf8);

}  // namespace kiosque::html
