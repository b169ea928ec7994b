#include <memory>

#include "searcher/cli/command.h"
#include "searcher/cli/session.h"

namespace kiosque::cli {
namespace {

struct Args {
  IndexOptions indexes;
  OutputOptions output;
  engine::Request request;
  std::string url;
};

Result<int> run(Args& args) {
  const date::SystemClock clock;
  TRY(auto engine, open_engine(args.indexes, clock));
  TRY(const auto page, engine.similar(args.url, args.request));
  return show(page, args.request, args.indexes, args.output);
}

}  // namespace

void declare_similar(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* command = app.add_subcommand("similar", "Find articles like the one of an address");
  add_index_options(*command, args->indexes);
  add_page_options(*command, args->request);
  add_output_options(*command, args->output, Printed::Hits);
  command->add_option("url", args->url, "Address of an article in the index")
      ->required()
      ->type_name("URL");
  command->callback([args, &action] { action = [args] { return run(*args); }; });
}

}  // namespace kiosque::cli
