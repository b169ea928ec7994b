#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/text/judge.h"

namespace kiosque {

/// One line of JSON: id, title, standfirst, author, date, updated, language, url, section, tags,
/// paywalled, structure (the kinds of the body's blocks), captions, body. `body` is what a reader
/// reads under the headline: standfirst and paragraphs, separated by empty lines.
[[nodiscard]] std::string article_as_json(const Judgement& judgement, std::string_view id);

/// For reading on a terminal: headline, facts, text; control characters made harmless.
[[nodiscard]] std::string article_as_text(const Article& article);

/// A small HTML page of the article.
[[nodiscard]] std::string article_as_html(const Article& article);

/// How many blocks were kept, then every block of the page, one a line: kept ("+") or dropped
/// ("-"), its kind, why, and how it begins.
[[nodiscard]] std::string explain_as_text(const Judgement& judgement);

}  // namespace kiosque
