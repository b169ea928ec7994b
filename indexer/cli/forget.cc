#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "common/base/terminal.h"
#include "common/date/date.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/upkeep/upkeep.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  std::vector<std::string> urls;
};

Result<ExitStatus> run_forget(const Args& args) {
  const date::SystemClock clock;
  TRY(auto writer, write::IndexWriter::open_existing(args.index, {}, clock));
  TRY(auto memory, crawl::Memory::open(args.index));
  TRY(const auto removed,
      upkeep::delete_with_tombstones(memory, writer, args.urls, crawl::PageStatus::Forgotten));
  std::cout << removed << " removed; no crawl will bring them back\n";
  return kExitOk;
}

}  // namespace

void declare_forget(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* forget = app.add_subcommand(
      "forget", "Removes articles, also their versions, and never takes them again");
  add_index_option(*forget, args->index);
  forget->add_option("URL", args->urls, "Addresses of articles")->required();
  forget->callback([args, &action] { action = [args] { return run_forget(*args); }; });
}

}  // namespace kiosque::cli
