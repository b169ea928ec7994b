#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/facts/signals.h"
#include "indexer/html/dom.h"

namespace kiosque::extract::facts {

/// The section an article stands in ("Culture"), by the first of these that tells: metas and
/// JSON-LD, microdata, the last link of a breadcrumb trail, a category link, the menu's link to the
/// folder of the article's `url`. Empty if none does.
[[nodiscard]] std::string find_section(const html::Dom& dom, const Signals& signals,
                                       std::string_view url);

}  // namespace kiosque::extract::facts
