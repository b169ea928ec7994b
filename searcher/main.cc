#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <iostream>

#include "common/base/result.h"
#include "common/base/version.h"
#include "searcher/cgi/cgi.h"
#include "searcher/cli/command.h"

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
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return std::string("searcher: ") + error.what() +
           "\n          `searcher --help` lists the options; to exclude a word, quote the query:"
           " 'guerre -armes', or write -- before it: -- -armes\n";
  });
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kiosque::kExitOk : kiosque::kExitError;
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
    std::cerr << "searcher: internal error: " << bug.what() << '\n';
    return kiosque::kExitBug;
  }
}
