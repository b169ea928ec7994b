#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/index/article.h"
#include "common/index/index_reader.h"

namespace kiosque {

/// The article of a canonical URL as the index has it (as of the last commit that `reader` saw), or
/// nothing.
[[nodiscard]] Result<std::optional<Article>> find_article(IndexReader& reader,
                                                          std::string_view canonical_url);

/// URLs of the articles published, or if that is unknown first seen, before `moment`.
[[nodiscard]] Result<std::vector<std::string>> urls_older_than(IndexReader& reader,
                                                               std::chrono::sys_seconds moment);

}  // namespace kiosque
