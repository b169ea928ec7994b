#pragma once

#include "common/index/article.h"

namespace kiosque::write {

/// One article from a page and from the feed entry that links to it (`entry.summary_only`): the
/// page wins, the entry fills what the page lacks. The same whichever was met first.
[[nodiscard]] index::Article merge_entry(index::Article page, const index::Article& entry);

}  // namespace kiosque::write
