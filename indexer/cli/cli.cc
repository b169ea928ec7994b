#include "indexer/cli/cli.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>
#include <xapian.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <utility>

#include "common/base/terminal.h"
#include "common/base/version.h"
#include "common/index/guard.h"

namespace kiosque::cli {
namespace {

[[noreturn]] void terminate_with_message() noexcept {
  try {
    if (const auto thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const Xapian::Error& error) {
    std::_Exit(report_error("indexer", index::to_error(error, "write to the index")));
  } catch (...) {
    std::cerr << "indexer: internal error\n";
  }
  std::abort();
}

/// False if some of the standard output is lost, but for a reader that has seen enough (`| head`).
bool is_all_written() {
  if (std::cout.flush()) return true;
  pollfd output{STDOUT_FILENO, 0, 0};
  return ::poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}

/// What is wrong with a command line: what is unknown in it comes before what it lacks.
Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const auto commands = app.get_subcommands();
  const auto unknown = app.remaining(/*recurse=*/true);
  std::string message = error.what();
  if (!unknown.empty()) {
    const std::string& first = unknown.front();
    message = first.starts_with('-') ? fmt::format("there is no option '{}'", first)
              : commands.empty()     ? fmt::format("there is no command '{}'", first)
                                     : fmt::format("'{}' is one argument too many", first);
  }
  return Error{ErrorCode::Invalid, std::move(message),
               commands.empty() ? "`indexer --help` lists the commands"
                                : fmt::format("`indexer {} --help` lists what it takes",
                                              commands.front()->get_name())};
}

int run_subcommand(int argc, char** argv) {
  CLI::App app("Indexes French news: feeds and article pages into a Xapian database.", "indexer");
  app.set_version_flag("--version", std::string("indexer ") + kVersion);
  app.require_subcommand(1);
  Action action;
  declare_add(app, action);
  declare_check(app, action);
  declare_compact(app, action);
  declare_crawl(app, action);
  declare_expire(app, action);
  declare_export(app, action);
  declare_extract(app, action);
  declare_feed(app, action);
  declare_feeds(app, action);
  declare_forget(app, action);
  declare_history(app, action);
  declare_rebuild(app, action);
  declare_remove(app, action);
  declare_stats(app, action);
  declare_status(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    return report_error("indexer", usage_error(app, error));
  }
  const auto status = action();
  return status ? *status : report_error("indexer", status.error());
}

}  // namespace

int run(int argc, char** argv) {
  std::set_terminate(terminate_with_message);
  try {
    const int status = run_subcommand(argc, argv);
    if (is_all_written()) return status;
    return report_error("indexer", Error{ErrorCode::Io, "cannot write to the standard output",
                                         "make room where it goes, and run the command again"});
  } catch (const std::exception& bug) {
    std::cerr << "indexer: internal error: " << bug.what() << '\n';
    return kExitBug;
  }
}

}  // namespace kiosque::cli
