#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>

#include "common/base/terminal.h"
#include "indexer/cli/command.h"
#include "indexer/cli/progress.h"
#include "indexer/upkeep/upkeep.h"

namespace kiosque::cli {
namespace {

int run_compact(const std::string& index) {
  const auto report = upkeep::compact(index);
  if (!report) return report_error("indexer", report.error());
  std::cout << fmt::format("{} before, {} after\n", readable_size(report->bytes_before),
                           readable_size(report->bytes_after));
  return kExitOk;
}

}  // namespace

void declare_compact(CLI::App& app, Action& action) {
  auto index = std::make_shared<std::string>();
  CLI::App* compact = app.add_subcommand(
      "compact", "Merges the shards of an index into one, smaller and faster to search");
  compact->add_option("-i,--index", *index, "Directory of the index")->required()->type_name("DIR");
  compact->callback([index, &action] { action = [index] { return run_compact(*index); }; });
}

}  // namespace kiosque::cli
