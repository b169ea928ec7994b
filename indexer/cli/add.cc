#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/base/terminal.h"
#include "common/date/date.h"
#include "indexer/cli/cli.h"
#include "indexer/cli/options.h"
#include "indexer/cli/progress.h"
#include "indexer/cli/readable.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/source/source.h"
#include "indexer/write/write.h"

namespace kiosque::cli {
namespace {

struct Args {
  std::string index;
  std::vector<std::string> paths;
  int jobs = 1;
  int shards = 0;
  std::size_t memory_mb = 200;
};

/// Errors beyond this many are counted, not printed: a wrong directory must not flood the screen.
constexpr std::size_t kErrorsShown = 20;

void print_summary(const pipeline::Report& report, const write::PutCounts& counts, double seconds) {
  std::string line = fmt::format("{} new, {} changed, {} unchanged", grouped(counts.fresh),
                                 grouped(counts.changed), grouped(counts.unchanged));
  const auto mention = [&](std::size_t count, std::string_view what) {
    if (count > 0) line += fmt::format("; {} {}", grouped(count), what);
  };
  mention(report.without_article, "without an article");
  mention(report.ignored, "other files ignored");
  mention(report.errors, report.errors == 1 ? "error" : "errors");
  std::cout << fmt::format("{} ({}, {:.0f} articles/s)\n", line, readable_duration(seconds),
                           static_cast<double>(report.articles) / std::max(seconds, 1e-3));
}

Result<ExitStatus> run_add(const Args& args) {
  const auto start = std::chrono::steady_clock::now();
  const date::SystemClock clock;
  source::FileList list = source::list_files(args.paths);
  if (list.files.empty()) {
    for (const Error& error : list.errors) report_error("indexer", error);
    if (!list.errors.empty()) return kExitError;
  }
  TRY(auto writer,
      write::IndexWriter::open(
          args.index, {.memory_bytes = args.memory_mb << 20, .shards = args.shards}, clock));

  std::uint64_t total_bytes = 0;
  for (const source::File& file : list.files) total_bytes += file.size_bytes;
  pipeline::Progress progress;
  std::size_t errors = 0;
  Result<pipeline::Report> indexed = pipeline::Report{};
  {
    ProgressLine line(progress, total_bytes);
    const auto tell = [&](const Error& error) {
      if (++errors <= kErrorsShown) line.report(error);
    };
    std::ranges::for_each(list.errors, tell);
    indexed =
        pipeline::index_files(std::move(list.files), writer,
                              {.jobs = args.jobs, .now = clock.now(), .on_error = tell}, progress);
  }
  TRY(pipeline::Report report, std::move(indexed));
  if (errors > kErrorsShown) {
    std::cerr << fmt::format("indexer: {} more errors\n", grouped(errors - kErrorsShown));
  }
  report.errors = errors;
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  print_summary(report, writer.counts(), elapsed.count());
  if (errors == 0) return kExitOk;
  return report.articles == 0 ? kExitError : kExitPartial;
}

}  // namespace

void declare_add(CLI::App& app, Action& action) {
  auto args = std::make_shared<Args>();
  CLI::App* add = app.add_subcommand("add", "Indexes pages, feeds, text and JSON Lines");
  add->alias("import");
  add_index_option(*add, args->index, "Directory of the index; made if there is none");
  add->add_option("PATH", args->paths, "Files, directories, or - for standard input")->required();
  add_jobs_option(*add, args->jobs);
  add->add_option("--shards", args->shards, "Shards of an index that is made")
      ->check(CLI::Range(1, 64));
  add->add_option("--memory", args->memory_mb, "Memory to use at most, about, in MB")
      ->check(CLI::Range(128, 65536))
      ->capture_default_str();
  add->callback([args, &action] { action = [args] { return run_add(*args); }; });
}

}  // namespace kiosque::cli
