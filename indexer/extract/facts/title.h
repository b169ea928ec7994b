#pragma once

#include <string>

#include "indexer/extract/facts/signals.h"
#include "indexer/extract/text/page_text.h"

namespace kiosque::extract::facts {

/// The article's headline: an h1 that agrees with og:title or the title element; else og:title, the
/// JSON-LD headline or the title element, less the name of the site.
[[nodiscard]] std::string find_title(const html::Dom& dom, const Signals& signals);

}  // namespace kiosque::extract::facts
