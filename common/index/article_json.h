#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/index/article.h"

namespace kiosque::index {

/// Reads an article from one line of JSON Lines:
///
///   {"url","title","standfirst","body","published","updated","authors":[],"section","language",
///    "source","tags":[],"structure","paywalled","summary_only"}
///
/// All but `url` and `body` may be missing or null. Paragraphs of `body` are separated by an empty
/// line; `structure` has a letter (BlockKind) for each. The URL is made canonical; Invalid, with
/// the reason, for what is no such object.
[[nodiscard]] Result<Article> article_from_json(std::string_view line);

/// The line that `article_from_json` reads back as the same article; without the line break.
[[nodiscard]] std::string article_to_json(const Article& article);

}  // namespace kiosque::index
