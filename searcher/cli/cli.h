#pragma once
// Runs the command line: a search, or a subcommand such as `searcher facets`.
//
// In: arguments, environment, an index. Out: an answer on standard output, or an error in the
// user's language on standard error, and an exit status.
// Main types: Action (command.h), Problem, IndexOptions, OutputOptions.
// Also open to other rooms: searcher/cli/output.h (report: main tells of a bug by it).
//
// Example (tests/unit/searcher/cli/example_test.cc):
//   const std::string index = (folder / "index").string();
//   const char* arguments[] = {"searcher", "-i", index.c_str(), "--format", "trec", "armes"};
//   EXPECT_EQ(run(6, arguments), kExitOk);

namespace kiosque::cli {

/// Does what the arguments say and returns the exit status: kExitNoHits where nothing was found.
int run(int argc, const char* const* argv);

}  // namespace kiosque::cli
