#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page_text.h"
#include "indexer/extract/signals.h"

namespace kiosque {

/// Who wrote it: as JSON-LD says, else bylines, else metas; never the site's own name from a meta.
[[nodiscard]] std::vector<std::string> find_authors(const PageText& page, const Signals& signals);

/// The names in a byline: "Par Anne Blanc et Luc Noir" -> "Anne Blanc", "Luc Noir". Empty if it
/// holds something else than names.
[[nodiscard]] std::vector<std::string> names_of_byline(std::string_view byline);

}  // namespace kiosque
