#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>

#include "common/base/result.h"
#include "common/base/version.h"
#include "searcher/cgi/cgi.h"
#include "searcher/cli/command.h"
#include "searcher/cli/problem.h"
#include "searcher/cli/usage.h"

namespace {

int run(int argc, char** argv) {
  CLI::App app("Searches an index of French news.", "searcher");
  app.set_version_flag("--version", std::string("searcher ") + kiosque::kVersion);
  kiosque::cli::Action action;
  kiosque::cli::declare_search(app, action);
  kiosque::cli::declare_similar(app, action);
  kiosque::cli::declare_facets(app, action);
  kiosque::cli::declare_open(app, action);
  kiosque::cli::declare_read(app, action);
  kiosque::cli::declare_alert(app, action);
  app.require_subcommand(0, 1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    return kiosque::cli::report(kiosque::cli::usage_error(app, error));
  }
  return action();
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    // A web server may let a visitor choose the arguments: they are not even looked at then.
    if (kiosque::cgi::started_by_web_server()) return kiosque::cgi::run();
    return run(argc, argv);
  } catch (const std::exception& bug) {
    return kiosque::cli::report({kiosque::ErrorCode::Bug, bug.what()});
  }
}
