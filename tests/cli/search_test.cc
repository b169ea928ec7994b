// The searcher as a reader in a terminal, a script or a pipe uses it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using test::RunOptions;
using test::RunResult;
using test::TempDir;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// One index of the demo corpus for all tests, and a home folder of its own.
class SearchCommand : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    dir_ = new TempDir;
    (void)test::run_indexer({"add", "--index", *dir_ / "index", test::source_path("corpus/pages")});
  }
  static void TearDownTestSuite() {
    delete dir_;
    dir_ = nullptr;
  }

  [[nodiscard]] static RunOptions options(const std::string& locale = "C.UTF-8") {
    return {.environment = {{"SEARCHER_INDEX", *dir_ / "index"},
                            {"XDG_STATE_HOME", *dir_ / "state"},
                            {"LC_ALL", locale},
                            {"NO_COLOR", ""}}};
  }

  [[nodiscard]] static RunResult search(const std::vector<std::string>& arguments) {
    return test::run_searcher(arguments, options());
  }

  static TempDir* dir_;
};

TempDir* SearchCommand::dir_ = nullptr;

TEST_F(SearchCommand, ExitStatusSaysWhetherSomethingWasFound) {
  EXPECT_EQ(search({"loups"}).status, kExitOk);
  EXPECT_EQ(search({"zzzyxw"}).status, kExitNoHits);
  EXPECT_EQ(search({"--format", "json", "zzzyxw"}).status, kExitNoHits);
  EXPECT_EQ(search({"--index", "/nowhere", "loups"}).status, kExitError);
}

TEST_F(SearchCommand, SpeaksTheLanguageOfTheLocale) {
  EXPECT_EQ(test::run_searcher({"zzzyxw"}, options("fr_FR.UTF-8")).out, "aucun résultat\n\n");
  EXPECT_EQ(test::run_searcher({"zzzyxw"}, options("en_GB.UTF-8")).out, "no result\n\n");
}

TEST_F(SearchCommand, ColoursOnlyWhereTheyAreWanted) {
  EXPECT_THAT(search({"loups"}).out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(search({"--color", "always", "loups"}).out, HasSubstr("\x1b[1;33mloups\x1b[0m"));
}

TEST_F(SearchCommand, ReadsAndOpensHitsByNumber) {
  const std::string first = search({"--format", "json", "loups"}).out;
  const std::string url = nlohmann::json::parse(first)["hits"][0]["url"];
  const std::string browser = *dir_ / "browser";
  const std::string opened = *dir_ / "opened";
  std::ofstream(browser) << "#!/bin/sh\nprintf %s \"$1\" > '" << opened << "'\n";
  std::filesystem::permissions(browser, std::filesystem::perms::owner_all);
  RunOptions with_browser = options();
  with_browser.environment["BROWSER"] = browser;

  ASSERT_EQ(search({"loups"}).status, kExitOk);
  const RunResult read = search({"read", "1"});
  const RunResult open = test::run_searcher({"open", "1"}, with_browser);

  EXPECT_THAT(read.out, StartsWith("Loups en alpage"));
  EXPECT_THAT(read.out, HasSubstr(url));
  EXPECT_EQ(open.status, kExitOk) << open.err;
  EXPECT_EQ(test::read_bytes(opened), url);
  EXPECT_EQ(search({"read", "99"}).status, kExitError);
}

TEST_F(SearchCommand, ByDateAllWordsAreNeededIfAnArticleHasThem) {
  const auto all =
      nlohmann::json::parse(search({"--format", "json", "--sort", "date", "crue Lys"}).out);
  const auto stop_word =
      nlohmann::json::parse(search({"--format", "json", "--sort", "date", "crue de la Lys"}).out);
  const auto any =
      nlohmann::json::parse(search({"--format", "json", "--sort", "date", "crue loups"}).out);

  EXPECT_EQ(all["parsed"], "(any (must crue) (must Lys))");
  EXPECT_EQ(all["notes"].back()["kind"], "all_words");
  EXPECT_EQ(stop_word["parsed"], "(any (must crue) de la (must Lys))");
  EXPECT_EQ(any["parsed"], "(any crue loups)");
  EXPECT_GT(any["total"], 1);
}

TEST_F(SearchCommand, ABrokenPipeIsSilent) {
  const RunResult run = test::run_program(
      {"bash", "-c",
       "\"$0\" --format json --limit 1000 'le OR la OR les OR de' | head -c1 >/dev/null; "
       "echo ${PIPESTATUS[0]}",
       test::program_path("searcher")},
      options());

  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, "0\n");
}

TEST_F(SearchCommand, FormatsOfHitsAreForHits) {
  for (const char* command : {"facets", "read"}) {
    const RunResult run = search({command, "--format", "rss", "1"});
    EXPECT_EQ(run.status, kExitError) << command;
    EXPECT_THAT(run.err, HasSubstr("json|terminal")) << command;
  }
}

TEST_F(SearchCommand, FormatsForProgramsAreWhole) {
  const auto page = nlohmann::json::parse(search({"--format", "json", "--facets", "maire"}).out);
  std::istringstream lines(search({"--format", "jsonl", "maire"}).out);
  const std::string feed = search({"--format", "rss", "maire"}).out;

  EXPECT_EQ(page["schema"], 1);
  EXPECT_FALSE(page["facets"]["source"].empty());
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_TRUE(nlohmann::json::parse(line).contains("url"));
  }
  EXPECT_EQ(count, page["hits"].size());
  EXPECT_THAT(feed, HasSubstr("<opensearch:totalResults>"));
}

}  // namespace
}  // namespace kiosque::test
