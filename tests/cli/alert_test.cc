// `searcher alert`: what is new is told once, and the program remembers it between runs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using test::RunResult;
using test::TempDir;
using ::testing::HasSubstr;
using ::testing::Not;

std::string article(const std::string& number, const std::string& title) {
  const nlohmann::json json{{"url", "https://fanal.example/" + number},
                            {"title", title},
                            {"body", "Texte numéro " + number + " : " + title + "."},
                            {"published", "2026-11-2" + number + "T06:00:00+01:00"},
                            {"source", "Le Fanal"}};
  return json.dump() + "\n";
}

class AlertCommand : public testing::Test {
 protected:
  void SetUp() override { index(article("1", "Une crue dans le Nord")); }

  void index(const std::string& lines) const {
    const RunResult added = test::run_indexer({"add", "--index", index_, "-"}, {.input = lines});
    ASSERT_EQ(added.status, kExitOk) << added.err;
  }

  [[nodiscard]] RunResult alert(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "alert");
    return test::run_searcher(arguments, {.environment = {{"XDG_DATA_HOME", dir_.path()},
                                                          {"LC_ALL", "en_GB.UTF-8"},
                                                          {"SEARCHER_INDEX", ""}}});
  }

  void add(const std::string& name, const std::string& query) const {
    const RunResult added = alert({"add", "--index", index_, name, query});
    ASSERT_EQ(added.status, kExitOk) << added.err;
  }

  TempDir dir_;
  std::string index_ = dir_ / "index";
};

TEST_F(AlertCommand, RemembersAlertsUntilTheyAreRemoved) {
  add("crues", "crue OU inondation");
  add("loups", "loups");

  EXPECT_EQ(alert({"list"}).out, "crues\tcrue OU inondation\nloups\tloups\n");
  EXPECT_EQ(alert({"remove", "crues"}).status, kExitOk);
  EXPECT_EQ(alert({"list"}).out, "loups\tloups\n");
}

TEST_F(AlertCommand, TellsWhatIsNewOnce) {
  add("crues", "crue");

  EXPECT_EQ(alert({"run"}).status, kExitNoHits);
  index(article("2", "Nouvelle crue"));
  const RunResult first = alert({"run"});
  const RunResult second = alert({"run"});

  EXPECT_EQ(first.status, kExitOk);
  EXPECT_THAT(first.out, HasSubstr("Nouvelle crue"));
  EXPECT_THAT(first.out, Not(HasSubstr("dans le Nord")));
  EXPECT_EQ(second.status, kExitNoHits);
  EXPECT_EQ(second.out, "");
}

TEST_F(AlertCommand, TellsOnlyWhatHasAllTheWords) {
  add("crues", "crue canal");
  index(article("2", "Nouvelle crue"));

  EXPECT_EQ(alert({"run"}).status, kExitNoHits);
}

TEST_F(AlertCommand, TellsItAsJson) {
  add("crues", "crue");
  index(article("2", "Nouvelle crue"));

  const RunResult run = alert({"run", "crues", "--format", "json"});

  const auto json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["hits"].size(), 1U);
  EXPECT_EQ(json["hits"][0]["url"], "https://fanal.example/2");
}

TEST_F(AlertCommand, FeedKeepsWhatItToldUnderTheSameIds) {
  add("crues", "crue");
  index(article("2", "Nouvelle crue"));
  const std::string feed = dir_ / "crues.xml";

  (void)alert({"run", "crues", "--format", "atom", "-o", feed});
  const std::string first = test::read_bytes(feed);
  (void)alert({"run", "crues", "--format", "atom", "-o", feed});

  EXPECT_THAT(first, HasSubstr("<id>https://fanal.example/2</id>"));
  EXPECT_THAT(first, HasSubstr("<id>tag:localhost,2026:kiosque/alert/crues</id>"));
  EXPECT_EQ(test::read_bytes(feed), first);
}

TEST_F(AlertCommand, RefusesWhatItDoesNotKnow) {
  add("crues", "crue");

  EXPECT_EQ(alert({"run", "loups"}).status, kExitError);
  EXPECT_EQ(alert({"remove", "loups"}).status, kExitError);
  EXPECT_THAT(alert({"add", "--index", index_, "crues", "x"}).err, HasSubstr("already"));
}

}  // namespace
}  // namespace kiosque::test
