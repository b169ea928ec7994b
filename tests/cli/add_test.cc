#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/run_program.h"
#include "tests/support/sample_lines.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class AddTest : public ::testing::Test {
 protected:
  RunResult add(std::vector<std::string> arguments, const RunOptions& options = {}) {
    arguments.insert(arguments.begin(), {"add", "--index", index_});
    return run_indexer(arguments, options);
  }
  nlohmann::json stats() {
    return nlohmann::json::parse(run_indexer({"stats", "--json", "--index", index_}).out);
  }
  std::string exported(const std::string& index) {
    return run_indexer({"export", "--index", index}).out;
  }

  const TempDir dir_;
  const std::string index_ = dir_ / "index";
};

std::string sorted_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::ranges::sort(lines);
  std::string sorted;
  for (const std::string& line : lines) sorted += line + '\n';
  return sorted;
}

TEST_F(AddTest, CountsNewChangedAndUnchanged) {
  const auto file = dir_.write("a.jsonl", sample_lines(0, 5));
  EXPECT_THAT(add({file}).out, StartsWith("5 new, 0 changed, 0 unchanged"));
  EXPECT_THAT(add({file}).out, StartsWith("0 new, 0 changed, 5 unchanged"));

  dir_.write("a.jsonl",
             sample_lines(0, 4) + R"({"url":"https://exemple.fr/4#x","body":"Tout autre chose."})");

  EXPECT_THAT(add({file}).out, StartsWith("0 new, 1 changed, 4 unchanged"));
  EXPECT_EQ(stats()["articles"], 5);
}

TEST_F(AddTest, ReadsStandardInput) {
  const RunResult result = add({"-"}, {.input = sample_lines(0, 3)});

  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(stats()["articles"], 3);
  EXPECT_EQ(stats()["oldest"], "2024-05-01");
}

TEST_F(AddTest, TheIndexDoesNotDependOnTheNumberOfJobs) {
  const auto file = dir_.write("a.jsonl", sample_lines(0, 800) + sample_lines(100, 50, 30));
  const std::string other = dir_ / "other";

  ASSERT_EQ(add({"--jobs", "1", file}).status, 0);
  ASSERT_EQ(run_indexer({"add", "--index", other, "--jobs", "7", file}).status, 0);

  EXPECT_EQ(exported(index_), exported(other));
}

TEST_F(AddTest, ExportIsReadBackAsTheSameArticles) {
  const auto file = dir_.write("a.jsonl", sample_lines(0, 50));
  const std::string copy = dir_ / "copy";
  ASSERT_EQ(add({file}).status, 0);

  const RunResult import =
      run_indexer({"import", "--index", copy, "-"}, {.input = exported(index_)});

  EXPECT_EQ(import.status, 0) << import.err;
  EXPECT_EQ(sorted_lines(exported(copy)), sorted_lines(exported(index_)));
}

TEST_F(AddTest, CompactKeepsEveryArticleAndCanBeAddedTo) {
  const auto file = dir_.write("a.jsonl", sample_lines(0, 200));
  ASSERT_EQ(add({file}).status, 0);
  const std::string before = sorted_lines(exported(index_));

  const RunResult compact = run_indexer({"compact", "--index", index_});

  EXPECT_EQ(compact.status, 0) << compact.err;
  EXPECT_EQ(stats()["shards"], 1);
  EXPECT_EQ(sorted_lines(exported(index_)), before);
  EXPECT_THAT(add({file}).out, StartsWith("0 new, 0 changed, 200 unchanged"));
  EXPECT_THAT(add({dir_.write("b.jsonl", sample_lines(200, 1))}).out, StartsWith("1 new"));
  EXPECT_EQ(run_indexer({"check", "--index", index_}).status, 0);
}

TEST_F(AddTest, RemoveTellsWhatItDidNotFind) {
  ASSERT_EQ(add({dir_.write("a.jsonl", sample_lines(0, 3))}).status, 0);

  const RunResult both =
      run_indexer({"remove", "--index", index_, "https://exemple.fr/1", "https://exemple.fr/none"});

  EXPECT_EQ(both.status, 3);
  EXPECT_EQ(both.out, "1 removed\n");
  EXPECT_THAT(both.err, HasSubstr("'https://exemple.fr/none' is not in the index"));
  EXPECT_EQ(stats()["articles"], 2);
}

}  // namespace
}  // namespace kiosque::test
