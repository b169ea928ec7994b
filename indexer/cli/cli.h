#pragma once
// Runs the subcommands of `indexer`.
//
// In: the arguments of the program. Out: what it prints, and its exit status.
// Main types: Action. Each subcommand stands in the file of its name; options.h, network.h,
// progress.h and readable.h hold what several share.
//
// Example (tests/unit/indexer/cli/example_test.cc):
//   CLI::App app("Indexes French news");
//   Action action;
//   declare_stats(app, action);
//   app.parse("stats --index /no/such/index");
//   const Result<ExitStatus> ended = action();

#include <CLI/CLI.hpp>
#include <functional>

#include "common/base/result.h"

namespace kiosque::cli {

/// What the chosen subcommand does. An Error is for `run` to report; a subcommand that goes on
/// after one, or has several, reports them itself.
using Action = std::function<Result<ExitStatus>()>;

// One function a subcommand: declares its options, and sets `action` when it is chosen. `action`
// must outlive the parsing.
void declare_add(CLI::App& app, Action& action);
void declare_check(CLI::App& app, Action& action);
void declare_compact(CLI::App& app, Action& action);
void declare_crawl(CLI::App& app, Action& action);
void declare_expire(CLI::App& app, Action& action);
void declare_export(CLI::App& app, Action& action);
void declare_extract(CLI::App& app, Action& action);
void declare_feed(CLI::App& app, Action& action);
void declare_feeds(CLI::App& app, Action& action);
void declare_forget(CLI::App& app, Action& action);
void declare_history(CLI::App& app, Action& action);
void declare_rebuild(CLI::App& app, Action& action);
void declare_remove(CLI::App& app, Action& action);
void declare_stats(CLI::App& app, Action& action);
void declare_status(CLI::App& app, Action& action);

/// The whole program. What is thrown where nobody can catch it ends it with its message and exit
/// status too: Xapian writes in destructors, and a disk that is full just then cannot be told by an
/// exception. Nothing is lost but the batch, as if the program had been killed.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace kiosque::cli
