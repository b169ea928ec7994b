#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "common/base/terminal.h"
#include "common/date/date.h"
#include "indexer/cli/command.h"
#include "indexer/upkeep/upkeep.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  std::vector<std::string> urls;
};

int run_forget(const Args& args) {
  const date::SystemClock clock;
  auto writer = write::IndexWriter::open_existing(args.index, {}, clock);
  if (!writer) return report_error("indexer", writer.error());
  auto memory = crawl::Memory::open(args.index);
  if (!memory) return report_error("indexer", memory.error());
  const auto removed =
      upkeep::delete_with_tombstones(*memory, *writer, args.urls, crawl::PageStatus::Forgotten);
  if (!removed) return report_error("indexer", removed.error());
  std::cout << *removed << " removed; no crawl will bring them back\n";
  return kExitOk;
}

}  // namespace

void declare_forget(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* forget = app.add_subcommand(
      "forget", "Removes articles, also their versions, and never takes them again");
  forget->add_option("-i,--index", args->index, "Directory of the index")
      ->required()
      ->type_name("DIR");
  forget->add_option("URL", args->urls, "Addresses of articles")->required();
  forget->callback([args, &action] { action = [args] { return run_forget(*args); }; });
}

}  // namespace kiosque::cli
