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

/// How to ask a shell what it offers after a line. The script gets the completion file, then the
/// line.
struct Shell {
  std::string name;
  std::string file;
  std::string script;
};

void PrintTo(const Shell& shell, std::ostream* out) { *out << shell.name; }

const std::vector<Shell>& shells() {
  static const std::vector<Shell> all{
      {"bash", "kiosque.bash",
       "source \"$0\"; read -ra COMP_WORDS <<<\"$1\"; [[ $1 != *' ' ]] || COMP_WORDS+=(''); "
       "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _kiosque \"${COMP_WORDS[0]}\"; "
       "printf '%s\\n' \"${COMPREPLY[@]}\""},
      {"zsh", "kiosque.zsh",
       "words=(${=1}); [[ $1 != *' ' ]] || words+=(''); CURRENT=$#words; "
       "_describe() { print -l -- ${${(P)2}%%:*} }; _files() { }; _path_files() { }; "
       "complete_it() { source $1 }; complete_it $0 | grep -- \"^$words[CURRENT]\" || true"},
      {"fish", "kiosque.fish",
       "source $argv[1]; complete -C $argv[2] | string replace -r '\\t.*' ''"},
  };
  return all;
}

class Completion : public testing::TestWithParam<Shell> {
 protected:
  void SetUp() override {
    if (run_program({"sh", "-c", "command -v " + GetParam().name}).status != 0) {
      GTEST_SKIP() << GetParam().name << " is not installed";
    }
  }

  /// What the shell offers after `line`, the last word being the one under the cursor.
  static Options after(const std::string& line) {
    const Shell& shell = GetParam();
    const TempDir empty;  // so that no file is offered
    std::vector<std::string> command{shell.name};
    if (shell.name == "fish") command.emplace_back("--no-config");
    if (shell.name == "zsh") command.emplace_back("-f");
    command.insert(command.end(),
                   {"-c", shell.script, source_path("scripts/completions/" + shell.file), line});
    const RunResult run = run_program(
        command, {.environment = {{"PATH", program_path("").string() + ":/usr/bin:/bin"},
                                  {"HOME", empty.path()}},
                  .directory = empty.path()});
    EXPECT_EQ(run.err, "");
    const std::vector<std::string> words = words_of(run.out);
    return {words.begin(), words.end()};
  }
};

TEST_P(Completion, OffersExactlyTheOptionsOfEachCommand) {
  Commands from_help;
  for (const std::string program : {"indexer", "searcher"}) collect_help(program, from_help);

  for (const auto& [command, options] : from_help) {
    Options offered = after(command + " --");
    offered.erase("--help");
    EXPECT_EQ(offered, options) << command;
  }
}

TEST_P(Completion, OffersSubcommands) {
  EXPECT_THAT(after("indexer "), testing::IsSupersetOf({"add", "remove", "stats"}));
  EXPECT_THAT(after("searcher alert "),
              testing::UnorderedElementsAre("add", "list", "remove", "run"));
}

TEST_P(Completion, OffersTheValuesOfAnOption) {
  EXPECT_THAT(after("searcher --sort "),
              testing::UnorderedElementsAre("relevance", "date", "date-asc"));
  EXPECT_THAT(after("searcher alert run --format "),
              testing::UnorderedElementsAre("atom", "json", "text"));
}

INSTANTIATE_TEST_SUITE_P(Shells, Completion, testing::ValuesIn(shells()),
                         [](const auto& shell) { return shell.param.name; });

}  // namespace
}  // namespace kiosque::test
