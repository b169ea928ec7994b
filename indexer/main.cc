#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <iostream>

#include "common/base/result.h"
#include "common/base/version.h"
#include "indexer/cli/command.h"
#include "indexer/cli/last_words.h"

namespace {

int run(int argc, char** argv) {
  CLI::App app("Indexes French news: feeds and article pages into a Xapian database.", "indexer");
  app.set_version_flag("--version", std::string("indexer ") + kiosque::kVersion);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return std::string("indexer: ") + error.what() +
           "\n         `indexer COMMAND --help` lists the options\n";
  });
  kiosque::cli::Action action;
  kiosque::cli::declare_add(app, action);
  kiosque::cli::declare_check(app, action);
  kiosque::cli::declare_compact(app, action);
  kiosque::cli::declare_crawl(app, action);
  kiosque::cli::declare_expire(app, action);
  kiosque::cli::declare_export(app, action);
  kiosque::cli::declare_extract(app, action);
  kiosque::cli::declare_feed(app, action);
  kiosque::cli::declare_feeds(app, action);
  kiosque::cli::declare_forget(app, action);
  kiosque::cli::declare_history(app, action);
  kiosque::cli::declare_rebuild(app, action);
  kiosque::cli::declare_remove(app, action);
  kiosque::cli::declare_stats(app, action);
  kiosque::cli::declare_status(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kiosque::kExitOk : kiosque::kExitError;
  }
  return action();
}

}  // namespace

int main(int argc, char** argv) {
  kiosque::cli::tell_what_nobody_caught();
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ,
              SIG_IGN);  // a file size limit then is an error of write(), as a full disk is
  try {
    return run(argc, argv);
  } catch (const std::exception& bug) {
    std::cerr << "indexer: internal error: " << bug.what() << '\n';
    return kiosque::kExitBug;
  }
}
