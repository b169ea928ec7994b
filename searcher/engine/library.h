#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/date/date.h"
#include "common/index/index.h"
#include "common/text/text.h"
#include "common/text/variants.h"
#include "searcher/query/note.h"
#include "searcher/rank/options.h"

namespace kiosque::engine {

/// What an Engine keeps between requests.
struct Library {
  index::Reader reader;
  const date::Clock& clock;
  text::Analyzer analyzer = {};
  text::Variants variants = {};
  std::vector<query::Note> failures = {};  ///< indexes that could not be opened
  rank::Options ranking = {};
};

/// The error for an address that the index does not hold.
[[nodiscard]] inline Error no_such_article(std::string_view url) {
  return Error{ErrorCode::NotFound,
               "the index holds no article '" + std::string(url) + "'",
               "give its address as a search prints it",
               ErrorKind::NoSuchArticle,
               {std::string(url)}};
}

}  // namespace kiosque::engine
