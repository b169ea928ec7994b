#pragma once

#include <string>
#include <string_view>
#include <vector>

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

/// `indexer export`: the line that `article_from_json` reads back as the same article; without the
/// line break.
[[nodiscard]] std::string article_to_json(const Article& article);

/// `searcher read --format json`: the same fields, the empty ones too but for dates and marks,
/// indented, with a line break at the end.
[[nodiscard]] std::string article_to_indented_json(const Article& article);

/// `indexer extract`: one line without its break, with all fields whatever they hold: id, url,
/// title, standfirst, author, date, updated, language, section, tags, paywalled, structure (the
/// kinds of the body's blocks), captions, body. `body` is what a reader reads under the headline:
/// standfirst and paragraphs, separated by empty lines.
[[nodiscard]] std::string extracted_to_json(const Article& article, std::string_view id,
                                            const std::vector<std::string>& captions);

}  // namespace kiosque::index
