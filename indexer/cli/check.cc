#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>

#include "common/base/escape.h"
#include "common/base/terminal.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/cli/readable.h"
#include "indexer/upkeep/upkeep.h"

namespace kiosque::cli {
namespace {

Result<ExitStatus> run_check(const std::string& index) {
  TRY(const auto report, upkeep::check(index));
  for (const std::string& problem : report.problems) {
    std::cerr << "indexer: " << safe_for_terminal(problem) << '\n';
  }
  if (!report.problems.empty()) {
    return Error{ErrorCode::Corrupt, fmt::format("'{}' is damaged", index),
                 "make it again of what crawls archived (`indexer rebuild "
                 "--from-archive`) or of its sources, or take a backup"};
  }
  std::cout << grouped(report.articles) << " articles, no damage\n";
  return kExitOk;
}

}  // namespace

void declare_check(CLI::App& app, Action& action) {
  auto index = std::make_shared<std::string>();
  CLI::App* check = app.add_subcommand("check", "Looks for damage in an index");
  add_index_option(*check, *index);
  check->callback([index, &action] { action = [index] { return run_check(*index); }; });
}

}  // namespace kiosque::cli
