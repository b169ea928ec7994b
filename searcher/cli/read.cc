#include <memory>

#include "common/index/article_json.h"
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
  std::string what;
};

Result<int> run(Args& args) {
  LastSearch last;
  if (auto loaded = load_last_search(); loaded) last = std::move(*loaded);
  TRY(const auto url, address_of(last, args.what));
  if (args.indexes.indexes.empty()) args.indexes.indexes = last.indexes;
  const date::SystemClock clock;
  TRY(auto engine, open_engine(args.indexes, clock));
  TRY(const auto article, engine.article(url));
  TRY(print(args.output.format == OutputFormat::Terminal
                ? render::terminal::to_text(article, user_language(), style_of_output(args.output))
                : index::article_to_indented_json(article),
            args.output));
  return kExitOk;
}

}  // namespace

void declare_read(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* command = app.add_subcommand("read", "Show a whole article");
  add_index_options(*command, args->indexes);
  add_output_options(*command, args->output, Printed::Other);
  command->add_option("hit", args->what, "Number of a hit of the last search, or an address")
      ->required()
      ->type_name("N|URL");
  command->callback([args, &action] { action = [args] { return run(*args); }; });
}

}  // namespace kiosque::cli
