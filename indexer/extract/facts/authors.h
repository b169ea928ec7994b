#pragma once

#include <string>
#include <vector>

#include "indexer/extract/facts/signals.h"
#include "indexer/extract/text/page_text.h"

namespace kiosque::extract::facts {

/// Who wrote it, by the first of these that names a person: JSON-LD, marked bylines, a line that
/// says "Par …", metas. Where none does, the first that names anybody; the site itself last.
[[nodiscard]] std::vector<std::string> find_authors(const text::PageText& page,
                                                    const Signals& signals);

}  // namespace kiosque::extract::facts
