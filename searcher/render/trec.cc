#include "searcher/render/trec.h"

#include <fmt/format.h>

namespace kiosque {

std::string render_trec(std::string_view query_id, const Page& page) {
  std::string run;
  for (const Hit& hit : page.hits) {
    run += fmt::format("{} Q0 {} {} {:.6f} kiosque\n", query_id, hit.url, hit.rank, hit.score);
  }
  return run;
}

}  // namespace kiosque
