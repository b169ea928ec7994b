#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>

#include "common/base/terminal.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/cli/readable.h"
#include "indexer/upkeep/upkeep.h"

namespace kiosque::cli {
namespace {

Result<ExitStatus> run_compact(const std::string& index) {
  TRY(const auto report, upkeep::compact(index));
  std::cout << fmt::format("{} before, {} after\n", readable_size(report.bytes_before),
                           readable_size(report.bytes_after));
  return kExitOk;
}

}  // namespace

void declare_compact(CLI::App& app, Action& action) {
  auto index = std::make_shared<std::string>();
  CLI::App* compact = app.add_subcommand(
      "compact", "Merges the shards of an index into one, smaller and faster to search");
  add_index_option(*compact, *index);
  compact->callback([index, &action] { action = [index] { return run_compact(*index); }; });
}

}  // namespace kiosque::cli
