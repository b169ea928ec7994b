#include "indexer/upkeep/upkeep.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>

#include "common/base/terminal.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/cli/progress.h"
#include "indexer/cli/readable.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  std::string into;
  bool from_archive = false;
  int jobs = 1;
};

void print_report(const upkeep::RebuildReport& report) {
  std::string line =
      fmt::format("{} articles: {} pages of the archive read, {} taken over",
                  grouped(report.articles), grouped(report.pages), grouped(report.taken_over));
  const auto mention = [&](std::uint64_t count, std::string_view what) {
    if (count > 0) line += fmt::format("; {} {}", grouped(count), what);
  };
  mention(report.without_text, "pages without an article");
  mention(report.removed, "pages of removed articles left out");
  mention(report.unreadable, "records unreadable");
  std::cout << line << '\n';
}

Result<ExitStatus> run_rebuild(const Args& args) {
  const upkeep::RebuildSetup setup{.directory = args.index,
                                   .into = args.into,
                                   .from = args.from_archive ? upkeep::RebuildFrom::ArchiveAlone
                                                             : upkeep::RebuildFrom::ArchiveAndIndex,
                                   .jobs = args.jobs};
  pipeline::Progress progress;
  TRY(const upkeep::RebuildReport report, [&] {
    const ProgressLine line(progress, 0);
    return upkeep::rebuild(setup, progress);
  }());
  print_report(report);
  return report.unreadable == 0 ? kExitOk : kExitPartial;
}

}  // namespace

void declare_rebuild(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* rebuild = app.add_subcommand(
      "rebuild", "Makes an index again without the network: after a new version, for instance");
  add_index_option(*rebuild, args->index, "Directory of the index, of any version");
  rebuild->add_option("--into", args->into, "Make it there and leave the index as it is")
      ->type_name("DIR");
  rebuild->add_flag("--from-archive", args->from_archive,
                    "Take the archived pages alone: for an index that cannot be read");
  add_jobs_option(*rebuild, args->jobs);
  rebuild->callback([args, &action] { action = [args] { return run_rebuild(*args); }; });
}

}  // namespace kiosque::cli
