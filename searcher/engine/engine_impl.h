#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/date/date.h"
#include "common/index/index_reader.h"
#include "common/text/analyzer.h"
#include "common/text/variants.h"
#include "searcher/engine/engine.h"
#include "searcher/query/note.h"
#include "searcher/rank/ranking.h"

namespace kiosque {

/// What an Engine keeps between requests.
struct Engine::Impl {
  IndexReader reader;
  const Clock& clock;
  Analyzer analyzer = {};
  Variants variants = {};
  std::vector<Note> failures = {};  ///< indexes that could not be opened
  RankingOptions ranking = {};
};

/// The error for an address that the index does not hold.
[[nodiscard]] inline Error no_such_article(std::string_view url) {
  return Error{ErrorCode::NotFound,
               "the index holds no article '" + std::string(url) + "'",
               "give its address as a search prints it",
               ErrorKind::NoSuchArticle,
               {std::string(url)}};
}

}  // namespace kiosque
