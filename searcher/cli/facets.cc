#include <memory>

#include "searcher/cli/command.h"
#include "searcher/cli/output.h"
#include "searcher/cli/problem.h"
#include "searcher/cli/session.h"
#include "searcher/render/render.h"

namespace kiosque::cli {
namespace {

struct Args {
  IndexOptions indexes;
  OutputOptions output;
  std::vector<std::string> words;
};

Result<int> run(Args& args) {
  const date::SystemClock clock;
  TRY(auto engine, open_engine(args.indexes, clock));
  engine::Request request;
  request.query = join_words(args.words);
  request.collapse_stories = false;
  request.with_facets = true;
  request.with_snippets = false;
  request.limit = 1;
  TRY(auto page, engine.search(request));
  const bool found = !page.hits.empty();
  page.hits.clear();
  const render::Context context{request, user_language()};
  const std::string text =
      args.output.format == OutputFormat::Terminal
          ? render::terminal::to_text(page, context, style_of_output(args.output))
          : render::to_json(request.query, page);
  TRY(print(text, args.output));
  return found ? kExitOk : kExitNoHits;
}

}  // namespace

void declare_facets(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* command = app.add_subcommand(
      "facets", "Count what matches by source, section, author, language and month");
  add_index_options(*command, args->indexes);
  add_output_options(*command, args->output, Printed::Other);
  command->add_option("words", args->words, "The query; nothing counts the whole index")
      ->type_name("WORDS");
  command->callback([args, &action] { action = [args] { return run(*args); }; });
}

}  // namespace kiosque::cli
