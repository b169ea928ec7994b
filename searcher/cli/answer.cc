#include "searcher/cli/answer.h"

#include <unistd.h>

#include "searcher/cli/output.h"
#include "searcher/cli/problem.h"
#include "searcher/cli/session.h"
#include "searcher/render/page/page.h"
#include "searcher/render/render.h"

namespace kiosque::cli {
namespace {

std::string render(const engine::Page& page, const engine::Request& request,
                   const OutputOptions& output) {
  const render::Context context{request, user_language()};
  switch (output.format) {
    case OutputFormat::Json:
      return render::to_json(request.query, page);
    case OutputFormat::JsonLines:
      return render::to_json_lines(page);
    case OutputFormat::Trec:
      return render::to_trec("1", page);
    case OutputFormat::Rss:
      return render::page::to_rss(page, context, {});
    case OutputFormat::Terminal:
      break;
  }
  return render::terminal::to_text(page, context, style_of_output(output));
}

}  // namespace

Result<engine::Engine> open_engine(const IndexOptions& options, const date::Clock& clock) {
  if (options.indexes.empty()) {
    return error_of(Problem::NoIndex);
  }
  return engine::Engine::open(options.indexes, clock);
}

int show(const engine::Page& page, const engine::Request& request, const IndexOptions& indexes,
         const OutputOptions& output) {
  if (output.format == OutputFormat::Terminal && !page.hits.empty()) {
    // A home folder that cannot be written to is no reason to withhold the answer.
    (void)save_last_search(indexes.indexes, page);
  }
  const int printed = print(render(page, request, output), output);
  if (printed != kExitOk) return printed;
  return page.hits.empty() ? kExitNoHits : kExitOk;
}

}  // namespace kiosque::cli
