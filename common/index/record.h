#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/index/article.h"

namespace kiosque::index {

/// Article -> record. A compact binary record; SCHEMA.md has the layout. Fields a result
/// list shows come first, so that they are read without the body.
[[nodiscard]] std::string encode_record(const Article& article);

/// Record -> Article. Corrupt if the bytes are no record.
[[nodiscard]] Result<Article> decode_record(std::string_view data);

/// The same without body (empty): what a list of titles needs.
[[nodiscard]] Result<Article> decode_record_head(std::string_view data);

}  // namespace kiosque::index
