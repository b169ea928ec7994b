#pragma once

#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "indexer/extract/facts/signals.h"

namespace kiosque::extract {

/// The article of a page that holds no text to show because a script writes it: what JSON-LD gives
/// as articleBody, else the longest piece of HTML in a string of a script (as pages of Next.js and
/// its like carry it). Empty if there is none. Takes time linear in the page.
[[nodiscard]] std::vector<index::Block> find_unshown_text(std::string_view html,
                                                          const facts::Signals& signals);

}  // namespace kiosque::extract
