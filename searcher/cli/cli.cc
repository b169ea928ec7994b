#include "searcher/cli/cli.h"

#include <CLI/CLI.hpp>
#include <string>

#include "common/base/version.h"
#include "searcher/cli/command.h"
#include "searcher/cli/options.h"
#include "searcher/cli/output.h"

namespace kiosque::cli {

int run(int argc, const char* const* argv) {
  CLI::App app("Searches an index of French news.", "searcher");
  app.set_version_flag("--version", std::string("searcher ") + kVersion);
  Action action;
  declare_search(app, action);
  declare_similar(app, action);
  declare_facets(app, action);
  declare_open(app, action);
  declare_read(app, action);
  declare_alert(app, action);
  app.require_subcommand(0, 1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    return report(usage_error(app, error));
  }
  const Result<int> status = action();
  return status ? *status : report(status.error());
}

}  // namespace kiosque::cli
