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

}  // namespace kiosque::engine
