#pragma once

#include <string>
#include <string_view>

#include "common/index/article.h"
#include "searcher/engine/page.h"

namespace kiosque::render {

/// Version of the JSON below; docs/searcher-json.md describes it. Fields may be added within a
/// version, never renamed or removed.
inline constexpr int kJsonSchema = 1;

/// A page as one JSON object, with a newline at the end.
[[nodiscard]] std::string render_json(std::string_view query, const engine::Page& page);

/// The hits alone, one JSON object a line (JSON Lines).
[[nodiscard]] std::string render_json_lines(const engine::Page& page);

/// One article as a JSON object: the same fields that `indexer add` reads.
[[nodiscard]] std::string render_json(const index::Article& article);

}  // namespace kiosque::render
