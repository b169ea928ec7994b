#include "indexer/pipeline/rebuild.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>

#include "common/base/civil_time.h"
#include "common/base/terminal.h"
#include "indexer/cli/command.h"

namespace kiosque {
namespace {

struct Args {
  std::string index;
  std::string into;
};

int run_rebuild(const Args& args) {
  const SystemClock clock;
  auto store = Store::open(args.index);
  if (!store) return report_error("indexer", store.error());
  auto writer = IndexWriter::open(args.into, {}, clock);
  if (!writer) return report_error("indexer", writer.error());
  const auto report = rebuild(std::filesystem::path(args.index) / "archive", *store, *writer);
  if (!report) return report_error("indexer", report.error());
  std::cout << fmt::format("{} pages read, {} left out, {} records unreadable\n", report->pages,
                           report->skipped, report->unreadable);
  return report->unreadable == 0 ? kExitOk : kExitPartial;
}

}  // namespace

void declare_rebuild(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* rebuild = app.add_subcommand(
      "rebuild", "Makes a new index of what crawls have archived, without the network");
  rebuild->add_option("-i,--index", args->index, "Directory of the index that was crawled into")
      ->required()
      ->type_name("DIR");
  rebuild->add_option("--into", args->into, "Directory of the new index")
      ->required()
      ->type_name("DIR");
  rebuild->callback([args, &action] { action = [args] { return run_rebuild(*args); }; });
}

}  // namespace kiosque
