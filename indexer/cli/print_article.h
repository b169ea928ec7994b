#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/extract.h"

namespace kiosque::cli {

/// For reading on a terminal: headline, facts, text; control characters made harmless.
[[nodiscard]] std::string article_as_text(const index::Article& article);

/// A small HTML page of the article.
[[nodiscard]] std::string article_as_html(const index::Article& article);

/// How many blocks were kept, then every block of the page, one a line: kept ("+") or dropped
/// ("-"), its kind, why, and how it begins.
[[nodiscard]] std::string explain_as_text(const extract::Judgement& judgement);

}  // namespace kiosque::cli
