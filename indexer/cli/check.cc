#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>

#include "common/base/escape.h"
#include "common/base/terminal.h"
#include "indexer/cli/command.h"
#include "indexer/cli/progress.h"
#include "indexer/upkeep/upkeep.h"

namespace kiosque::cli {
namespace {

int run_check(const std::string& index) {
  const auto report = upkeep::check(index);
  if (!report) return report_error("indexer", report.error());
  for (const std::string& problem : report->problems) {
    std::cerr << "indexer: " << safe_for_terminal(problem) << '\n';
  }
  if (!report->problems.empty()) {
    return report_error("indexer", {ErrorCode::Corrupt, fmt::format("'{}' is damaged", index),
                                    "make it again of what crawls archived (`indexer rebuild "
                                    "--from-archive`) or of its sources, or take a backup"});
  }
  std::cout << grouped(report->articles) << " articles, no damage\n";
  return kExitOk;
}

}  // namespace

void declare_check(CLI::App& app, Action& action) {
  auto index = std::make_shared<std::string>();
  CLI::App* check = app.add_subcommand("check", "Looks for damage in an index");
  check->add_option("-i,--index", *index, "Directory of the index")->required()->type_name("DIR");
  check->callback([index, &action] { action = [index] { return run_check(*index); }; });
}

}  // namespace kiosque::cli
