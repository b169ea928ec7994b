#pragma once

#include "common/base/result.h"
#include "indexer/crawl/sqlite.h"

namespace kiosque::crawl {

/// Makes the tables of a Memory, or those of an earlier version into those of this one. Errors:
/// Incompatible if a later version wrote the file, and those of Database::guard.
[[nodiscard]] Status migrate(Database& database);

}  // namespace kiosque::crawl
