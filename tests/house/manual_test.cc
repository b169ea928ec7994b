// The manual pages and the completions must know exactly the commands and options the programs
// have.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using Options = std::set<std::string>;
using Commands = std::map<std::string, Options>;  ///< "indexer add" -> its long options

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  return {std::istream_iterator<std::string>(stream), {}};
}

std::string help_of(const std::string& command) {
  std::vector<std::string> words = words_of(command);
  words.front() = program_path(words.front());
  words.push_back("--help");
  return run_program(words).out;
}

/// The commands of a program that do something themselves, with their options, from --help.
void collect_help(const std::string& command, Commands& commands) {
  static const std::regex kOption(R"re(^  (?:-\w,)?(--[a-z][a-z-]*).*)re");
  static const std::regex kSubcommand(R"re(^  ([a-z][a-z-]*)(?:, [a-z-]+)*(?: .*)?)re");
  Options options;
  std::vector<std::string> subcommands;
  bool in_subcommands = false;
  std::istringstream help(help_of(command));
  std::smatch match;
  for (std::string line; std::getline(help, line);) {
    if (line == "Subcommands:") in_subcommands = true;
    if (std::regex_match(line, match, kOption)) options.insert(match[1]);
    if (in_subcommands && std::regex_match(line, match, kSubcommand)) {
      subcommands.push_back(match[1]);
    }
  }
  options.erase("--help");
  const bool is_program = command.find(' ') == std::string::npos;
  if (subcommands.empty() || is_program) commands[command] = options;
  for (const std::string& name : subcommands) collect_help(command + " " + name, commands);
}

/// The same from a manual page: each `.SS indexer add` and the option lines below it; what is
/// elsewhere under `.SH OPTIONS` belongs to the program itself.
Commands read_manual(const std::string& program) {
  static const std::regex kOption(R"re(^\\fB.*(\\-\\-[a-z\\-]+)\\fR.*)re");
  Commands commands{{program, {}}};
  std::string command;
  std::istringstream page(read_bytes(source_path(program + "/" + program + ".1")));
  std::smatch match;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with(".SH")) command = line == ".SH OPTIONS" ? program : "";
    if (line.starts_with(".SS " + program)) commands[command = line.substr(4)];
    if (command.empty() || !std::regex_match(line, match, kOption)) continue;
    commands[command].insert(std::regex_replace(match[1].str(), std::regex(R"(\\-)"), "-"));
  }
  return commands;
}

class Manual : public testing::TestWithParam<std::string> {};

TEST_P(Manual, KnowsEveryCommandAndOption) {
  Commands from_help;
  collect_help(GetParam(), from_help);

  EXPECT_EQ(read_manual(GetParam()), from_help);
}

TEST_P(Manual, IsWellFormed) {
  const RunResult run = run_program({"man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z",
                                     source_path(GetParam() + "/" + GetParam() + ".1")});

  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err, "");
}

INSTANTIATE_TEST_SUITE_P(Programs, Manual, testing::Values("indexer", "searcher"),
                         [](const auto& program) { return program.param; });

/// What bash offers after `line`, the last word being the one under the cursor.
Options completions_of(const std::string& line) {
  const std::string script =
      ". \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _kiosque \"$1\"; "
      "printf '%s\\n' \"${COMPREPLY[@]}\"";
  std::vector<std::string> command{"bash", "-c", script, "bash",
                                   source_path("scripts/completions/kiosque.bash")};
  for (const std::string& word : words_of(line)) command.push_back(word);
  if (line.ends_with(' ')) command.emplace_back();
  const RunResult run = run_program(
      command, {.environment = {{"PATH", std::string(KIOSQUE_BIN_DIR) + ":/usr/bin:/bin"}}});
  EXPECT_EQ(run.err, "");
  const std::vector<std::string> words = words_of(run.out);
  return {words.begin(), words.end()};
}

TEST(BashCompletion, OffersSubcommands) {
  EXPECT_THAT(completions_of("indexer "), testing::IsSupersetOf({"add", "remove", "stats"}));
  EXPECT_THAT(completions_of("indexer st"), testing::Contains("stats"));
}

TEST(BashCompletion, OffersTheOptionsOfTheSubcommand) {
  EXPECT_THAT(completions_of("indexer add --"), testing::IsSupersetOf({"--index", "--jobs"}));
  EXPECT_THAT(completions_of("indexer stats --"), testing::Not(testing::Contains("--jobs")));
}

TEST(BashCompletion, OffersTheValuesOfAnOption) {
  EXPECT_THAT(completions_of("searcher --sort "),
              testing::UnorderedElementsAre("relevance", "date", "date-asc"));
}

}  // namespace
}  // namespace kiosque::test
