#pragma once

#include <cstddef>
#include <vector>

#include "common/base/result.h"
#include "common/index/article.h"
#include "indexer/source/source.h"

namespace kiosque::pipeline {

/// What an input holds.
struct InputArticles {
  std::vector<index::Article> articles;  ///< each with a URL (see local_url for what names none)
  std::vector<Error> errors;             ///< bad lines, a file that is not what it was named for
  std::size_t without_article = 0;       ///< pages and entries with no text of their own
  std::size_t ignored = 0;  ///< files of a directory that are neither page, feed nor text
};

/// Reads the articles of `input`. Pure; safe from any thread.
[[nodiscard]] InputArticles read_articles(const source::Input& input);

}  // namespace kiosque::pipeline
