#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::test {

/// How to run a program.
struct RunOptions {
  std::string input = {};                               ///< its standard input
  std::map<std::string, std::string> environment = {};  ///< added to ours; "" removes a variable
  std::filesystem::path directory = {};                 ///< where it runs; empty: here
  std::chrono::seconds limit{60};                       ///< killed when it runs longer
};

/// How a program ended.
struct RunResult {
  int status = -1;  ///< exit status; 128 + signal if a signal ended it, as in a shell
  std::string out;  ///< standard output
  std::string err;  ///< standard error
  bool timed_out = false;
};

/// Runs `command` (a path, or a name looked up in PATH, then its arguments) to its end. Fails the
/// test if it cannot be started or runs out of time.
RunResult run_program(const std::vector<std::string>& command, const RunOptions& options = {});

/// Run the programs under test: `run_indexer({"stats", "--index", dir})`.
RunResult run_indexer(const std::vector<std::string>& arguments, const RunOptions& options = {});
RunResult run_searcher(const std::vector<std::string>& arguments, const RunOptions& options = {});

/// Where the programs under test are.
[[nodiscard]] std::filesystem::path program_path(std::string_view name);

}  // namespace kiosque::test
