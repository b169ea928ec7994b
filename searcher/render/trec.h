#pragma once

#include <string>
#include <string_view>

#include "searcher/engine/page.h"

namespace kiosque::render {

/// The hits as lines of a TREC run, for trec_eval: "qid Q0 docno rank score tag", docno = the URL.
[[nodiscard]] std::string render_trec(std::string_view query_id, const engine::Page& page);

}  // namespace kiosque::render
