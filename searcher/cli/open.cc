#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "common/base/url.h"
#include "searcher/cli/command.h"
#include "searcher/cli/problem.h"
#include "searcher/cli/session.h"

namespace kiosque::cli {
namespace {

/// Runs the user's browser ($BROWSER, or xdg-open) on an address, without a shell.
Status browse(const std::string& url) {
  const char* chosen = std::getenv("BROWSER");
  const std::string program = chosen != nullptr && *chosen != '\0' ? chosen : "xdg-open";
  const pid_t child = ::fork();
  if (child == 0) {
    std::string name = program;
    std::string address = url;
    const std::array<char*, 3> arguments{name.data(), address.data(), nullptr};
    ::execvp(name.c_str(), arguments.data());
    ::_exit(127);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) < 0 || !WIFEXITED(status) ||
      WEXITSTATUS(status) != 0) {
    return error_of(Problem::NoBrowser, {program, url});
  }
  return Ok{};
}

Result<int> run(const std::string& what) {
  TRY(const auto last, load_last_search());
  TRY(const auto url, address_of(last, what));
  // The address comes from a page: only a web address may reach a program.
  const auto address = canonical_url(url);
  if (!address) return error_of(Problem::NotAWebAddress, {url});
  TRY(browse(*address));
  return kExitOk;
}

}  // namespace

void declare_open(CLI::App& app, Action& action) {
  auto what = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("open", "Open a hit of the last search in the browser");
  command->add_option("hit", *what, "Number of the hit")->required()->type_name("N");
  command->callback([what, &action] { action = [what] { return run(*what); }; });
}

}  // namespace kiosque::cli
