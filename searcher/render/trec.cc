#include "searcher/render/trec.h"

#include <fmt/format.h>

namespace kiosque::render {

std::string render_trec(std::string_view query_id, const engine::Page& page) {
  std::string run;
  for (const engine::Hit& hit : page.hits) {
    run += fmt::format("{} Q0 {} {} {:.6f} kiosque\n", query_id, hit.url, hit.rank, hit.score);
  }
  return run;
}

}  // namespace kiosque::render
