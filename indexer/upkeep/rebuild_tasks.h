#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "common/index/article.h"
#include "indexer/archive/warc_reader.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/prepared_article.h"

namespace kiosque::upkeep {

/// What a worker of `rebuild` makes of a page of the archive or of a stored article.
struct Rebuilt {
  std::string page;                               ///< URL of the article read from a page; else ""
  std::optional<write::PreparedArticle> article;  ///< none: the page has no text
};

/// What is left to a worker. Pure; safe from any thread.
using RebuildTask = std::function<Rebuilt(write::DocumentBuilder&)>;

/// True if an article has no text.
[[nodiscard]] bool says_nothing(const index::Article& article);

/// Reads a page anew as the article `url`; `entry` is the record of what a feed said of it, or "".
[[nodiscard]] RebuildTask task_of_page(archive::WarcPage page, std::string url, std::string entry);

/// Analyses an article that is taken as it is.
[[nodiscard]] RebuildTask task_of_article(index::Article article,
                                          std::chrono::sys_seconds first_seen);

}  // namespace kiosque::upkeep
