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
  kiosque::Action action;
  kiosque::declare_search(app, action);
  kiosque::declare_similar(app, action);
  kiosque::declare_facets(app, action);
  kiosque::declare_open(app, action);
  kiosque::declare_read(app, action);
  kiosque::declare_alert(app, action);
  app.require_subcommand(0, 1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    return kiosque::report(kiosque::usage_error(app, error));
  }
  return action();
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    // A web server may let a visitor choose the arguments: they are not even looked at then.
    if (kiosque::started_by_web_server()) return kiosque::run_cgi();
    return run(argc, argv);
  } catch (const std::exception& bug) {
    return kiosque::report({kiosque::ErrorCode::Bug, bug.what()});
  }
}
