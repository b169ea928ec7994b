// The README's commands are the first a new user types: they run as they stand there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "tests/house/source_tree.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

namespace fs = std::filesystem;

/// The commands of the README's block after <!-- tested -->, one a line.
std::vector<std::string> readme_commands() {
  const std::string readme = read_bytes(source_path("README.md"));
  const std::size_t mark = readme.find("<!-- tested -->");
  const std::size_t open = readme.find("```sh\n", mark) + 6;
  const std::string block = readme.substr(open, readme.find("```", open) - open);
  static const std::regex kCommand(R"re((?:^|\n)([^#\n][^\n]*))re");
  return matches(block, kCommand);
}

TEST(Readme, ItsFiveCommandsRunAsWritten) {
  const TempDir dir;
  const RunOptions there{.environment = {{"PATH", program_path("").string() + ":/usr/bin:/bin"}},
                         .directory = dir.path()};
  fs::create_directory_symlink(source_path("corpus"), dir / "corpus");

  const std::vector<std::string> commands = readme_commands();

  ASSERT_EQ(commands.size(), 5u);
  for (const std::string& command : commands) {
    const RunResult run = run_program({"sh", "-c", command}, there);
    EXPECT_EQ(run.status, 0) << command << '\n' << run.err;
    EXPECT_FALSE(run.out.empty() && run.err.empty()) << command;
  }
}

TEST(Readme, ItsAnswerIsWhatTheSearcherPrints) {
  const TempDir dir;
  const std::string readme = read_bytes(source_path("README.md"));
  ASSERT_EQ(run_indexer({"add", "--index", dir / "index", source_path("corpus/pages"),
                         source_path("corpus/feeds")})
                .status,
            0);

  const RunResult run =
      run_searcher({"--index", dir / "index", "-n", "1", "restrictions", "armes", "Kiev"});

  std::vector<std::string> words = matches(run.out, std::regex(R"re((\S+))re"));
  ASSERT_THAT(words, testing::Not(testing::IsEmpty()));
  EXPECT_THAT(readme, testing::HasSubstr("Douze alliés veulent lever les restrictions"));
  EXPECT_THAT(run.out, testing::HasSubstr("Douze alliés veulent lever les restrictions"));
}

}  // namespace
}  // namespace kiosque::test
