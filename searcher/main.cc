#include <csignal>
#include <exception>

#include "common/base/result.h"
#include "searcher/cgi/cgi.h"
#include "searcher/cli/cli.h"
#include "searcher/cli/output.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    // A web server may let a visitor choose the arguments: they are not even looked at then.
    if (kiosque::cgi::started_by_web_server()) return kiosque::cgi::run();
    return kiosque::cli::run(argc, argv);
  } catch (const std::exception& bug) {
    return kiosque::cli::report({kiosque::ErrorCode::Bug, bug.what()});
  }
}
