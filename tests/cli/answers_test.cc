// What a reader asks of the searcher on the command line, over an index of their own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class AnswersTest : public ::testing::Test {
 protected:
  static json article(const std::string& source, const std::string& name,
                      const std::string& published, const std::string& text) {
    std::string body;
    for (int i = 0; i < 8; ++i) body += text + ' ';
    return {{"url", "https://" + source + "/" + name},
            {"title", text},
            {"source", source},
            {"published", published},
            {"section", "Régions"},
            {"authors", {"Anne Roux"}},
            {"language", "fr"},
            {"body", body}};
  }

  void SetUp() override {
    std::string lines;
    for (const json& line :
         {article("fanal.example", "crue", "2024-03-05", "La crue de la Loire atteint Tours"),
          article("gazette.example", "crue", "2024-03-05", "La crue de la Loire atteint Tours"),
          article("fanal.example", "digue", "2024-05-06", "Une digue contre la crue à Orléans"),
          article("gazette.example", "vigne", "2023-05-07", "Le gel menace la vigne")}) {
      lines += line.dump() + "\n";
    }
    const auto file = dir_.write("articles.jsonl", lines);
    ASSERT_EQ(run_indexer({"add", "--index", index_, file}).status, 0);
  }

  RunResult run(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--index", index_});
    return run_searcher(arguments, {.environment = {{"XDG_STATE_HOME", dir_ / "state"}}});
  }

  json ask(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    return json::parse(run(arguments).out, nullptr, false);
  }

  static std::vector<std::string> urls(const json& answer) {
    std::vector<std::string> urls;
    for (const json& hit : answer.at("hits")) urls.push_back(hit.at("url"));
    return urls;
  }

  static json counted(const json& answer, const std::string& facet) {
    json counts = json::object();
    for (const json& value : answer.at("facets").at(facet)) {
      counts[value.at("value").get<std::string>()] = value.at("count");
    }
    return counts;
  }

  const TempDir dir_;
  const std::string index_ = dir_ / "index";
};

TEST_F(AnswersTest, FacetsCountsTheWholeIndexOrWhatMatches) {
  const json whole = ask({"facets"});
  const json crue = ask({"facets", "crue"});

  EXPECT_EQ(counted(whole, "source"), json({{"fanal.example", 2}, {"gazette.example", 2}}));
  EXPECT_EQ(counted(whole, "month"), json({{"2024-03", 2}, {"2024-05", 1}, {"2023-05", 1}}));
  EXPECT_EQ(counted(whole, "section"), json({{"Régions", 4}}));
  EXPECT_EQ(counted(whole, "author"), json({{"Anne Roux", 4}}));
  EXPECT_EQ(counted(whole, "language"), json({{"fr", 4}}));
  EXPECT_EQ(counted(crue, "source"), json({{"fanal.example", 2}, {"gazette.example", 1}}));
}

TEST_F(AnswersTest, FacetsOfNothingExitsAsASearchOfNothing) {
  EXPECT_EQ(run({"facets", "=zzz"}).status, 1);
  EXPECT_EQ(run({"=zzz"}).status, 1);
}

TEST_F(AnswersTest, FacetsStandBesideResults) {
  const json answer = ask({"crue", "--facets", "--all"});

  EXPECT_EQ(urls(answer).size(), 3u);
  EXPECT_EQ(counted(answer, "source"), json({{"fanal.example", 2}, {"gazette.example", 1}}));
  EXPECT_FALSE(ask({"crue"}).contains("facets"));
}

TEST_F(AnswersTest, AStoryIsOneHitUnlessAllAreAskedFor) {
  EXPECT_EQ(urls(ask({"crue Loire atteint"})).size(), 2u);
  EXPECT_EQ(urls(ask({"crue Loire atteint", "--all"})).size(), 3u);
}

TEST_F(AnswersTest, SaysThatAStoryHasOtherSources) {
  const RunResult result =
      run_searcher({"crue", "--index", index_},
                   {.environment = {{"LC_ALL", "fr_FR.UTF-8"}, {"XDG_STATE_HOME", dir_ / "s"}}});

  EXPECT_THAT(result.out, HasSubstr("Aussi dans gazette.example"));
}

TEST_F(AnswersTest, SortsByDate) {
  EXPECT_THAT(urls(ask({"vigne OU digue", "--sort", "date"})),
              ElementsAre("https://fanal.example/digue", "https://gazette.example/vigne"));
  EXPECT_THAT(urls(ask({"vigne OU digue", "--sort", "date-asc"})),
              ElementsAre("https://gazette.example/vigne", "https://fanal.example/digue"));
}

TEST_F(AnswersTest, SimilarLeavesOutTheArticleItself) {
  const RunResult unknown = run({"similar", "https://fanal.example/rien"});

  EXPECT_THAT(run({"similar", "https://fanal.example/crue"}).out,
              Not(HasSubstr("https://fanal.example/crue")));
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("https://fanal.example/rien"));
}

TEST_F(AnswersTest, SimilarTakesNoOptionOfAQuery) {
  for (const char* option : {"--sort=date", "--no-correction", "--no-variants", "--explain"}) {
    EXPECT_EQ(run({"similar", "https://fanal.example/crue", option}).status, 2) << option;
  }
}

TEST_F(AnswersTest, ExplainShowsTheQueryItsTermsAndTheScoreOfAHit) {
  const json answer = ask({"crue -vigne", "--explain"});

  EXPECT_EQ(answer.at("parsed"), "(any crue (not vigne))");
  EXPECT_THAT(answer.at("explanation").get<std::string>(), HasSubstr("crue stem="));
  EXPECT_THAT(answer.at("hits").at(0).at("explanation").get<std::string>(),
              testing::MatchesRegex("[0-9.]+.*: .*Z.*"));
}

TEST_F(AnswersTest, AQueryMayBeginWithAnExclusion) {
  const RunResult refused = run({"-vigne"});
  const RunResult answer = run_searcher({"--index", index_, "--format", "json", "--", "-vigne"});

  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("-- -armes"));
  EXPECT_THAT(urls(json::parse(answer.out)),
              ElementsAre("https://fanal.example/digue", "https://fanal.example/crue"));
}

TEST_F(AnswersTest, CorrectsASlipAndSaysHowToGoBack) {
  const json corrected = ask({"digeu"});

  EXPECT_THAT(urls(corrected), ElementsAre("https://fanal.example/digue"));
  EXPECT_THAT(corrected.at("notes").dump(), AllOf(HasSubstr("corrected"), HasSubstr("digue")));
  EXPECT_THAT(urls(ask({"digeu", "--no-correction"})), ElementsAre());
}

}  // namespace
}  // namespace kiosque::test
