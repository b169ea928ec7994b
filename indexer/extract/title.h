#pragma once

#include <string>

#include "indexer/extract/page_text.h"
#include "indexer/extract/signals.h"

namespace kiosque {

/// The article's headline: an h1 that agrees with og:title or the title element; else og:title, the
/// JSON-LD headline or the title element, less the name of the site.
[[nodiscard]] std::string find_title(const Dom& dom, const Signals& signals);

}  // namespace kiosque
