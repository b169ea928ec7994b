#pragma once

#include <chrono>
#include <vector>

#include "common/text/text.h"
#include "searcher/engine/request.h"
#include "searcher/query/query.h"

namespace kiosque::engine {

/// The query of a request with its filters. Where all words are needed, stop words are not.
[[nodiscard]] query::Ast read_request(const Request& request, text::Analyzer& analyzer,
                                      std::chrono::sys_seconds now);

/// The words of `ast` of which one is enough, but stop words.
[[nodiscard]] std::vector<query::Node*> optional_words(query::Ast& ast, text::Analyzer& analyzer);

/// Asks for the quotations of `ast` no longer, and notes it; false if it asked for none.
bool relax_phrases(query::Ast& ast);

}  // namespace kiosque::engine
