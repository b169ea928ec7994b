#include "searcher/engine/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/fake_clock.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_dir.h"

namespace kiosque {
namespace {

using namespace std::chrono;
using test::article_of;
using testing::ElementsAre;

/// An index of some articles, searched on 12 June 2024.
class EngineTest : public testing::Test {
 protected:
  void index(const std::vector<Article>& articles) { test::write_index(dir_ / "index", articles); }

  Page search(const Request& request, const RankingOptions& ranking = {}) {
    const std::filesystem::path path = dir_ / "index";
    auto engine = Engine::open(std::span(&path, 1), clock_);
    if (!engine) return ADD_FAILURE() << engine.error().message, Page{};
    engine->rank_by(ranking);
    auto page = engine->search(request);
    if (!page) return ADD_FAILURE() << page.error().message, Page{};
    return *page;
  }

  /// The last parts of the addresses found.
  static std::vector<std::string> names(const Page& page) {
    std::vector<std::string> names;
    for (const Hit& hit : page.hits) names.push_back(hit.url.substr(hit.url.rfind('/') + 1));
    return names;
  }

  const test::TempDir dir_;
  const test::FakeClock clock_{sys_days{2024y / 6 / 12}};
};

TEST_F(EngineTest, OfTwoAlikeTheNewComesFirst) {
  index({article_of("https://a.example/vieux", "La crue de la Loire", "2023-01-10"),
         article_of("https://a.example/neuf", "La crue de la Loire", "2024-06-10")});

  const Page page = search({.query = "crue", .explain = true});

  EXPECT_THAT(names(page), ElementsAre("neuf", "vieux"));
  EXPECT_THAT(page.hits[0].explanation, testing::HasSubstr("recency"));
  EXPECT_THAT(page.hits[1].explanation, testing::Not(testing::HasSubstr("recency")));
}

TEST_F(EngineTest, ABetterMatchStaysBeforeANewOne) {
  index({article_of("https://a.example/loin", "Il pleut. Une crue, plus loin, sur la Loire",
                    "2024-06-10"),
         article_of("https://a.example/pres", "La crue de la Loire et les crues", "2023-01-10")});

  EXPECT_THAT(names(search({.query = "crue Loire"})), ElementsAre("pres", "loin"));
}

TEST_F(EngineTest, AmongOldArticlesAgeCountsForNothing) {
  index({article_of("https://a.example/1", "La crue de la Loire", "2019-01-10"),
         article_of("https://a.example/2", "La crue de la Loire", "2023-01-10")});

  const Page with = search({.query = "crue"});
  const Page without = search({.query = "crue"}, {.recency = 0});

  EXPECT_EQ(names(with), names(without));
  EXPECT_EQ(with.hits[0].score, without.hits[0].score);
  EXPECT_EQ(with.hits[0].score, with.hits[1].score);
}

TEST_F(EngineTest, SortsByDateAloneUndatedLast) {
  index({article_of("https://a.example/mars", "crue crue crue", "2024-03-01"),
         article_of("https://a.example/jamais", "crue crue crue"),
         article_of("https://a.example/juin", "Il pleut, une crue vient", "2024-06-01"),
         article_of("https://a.example/mai", "une crue", "2024-05-01")});

  EXPECT_THAT(names(search({.query = "crue", .sort = Sort::Date})),
              ElementsAre("juin", "mai", "mars", "jamais"));
  EXPECT_THAT(names(search({.query = "crue", .sort = Sort::DateOldest})),
              ElementsAre("mars", "mai", "juin", "jamais"));
}

TEST_F(EngineTest, WhereNothingRanksTheNewestComeFirst) {
  index({article_of("https://a.example/mars", "crue", "2024-03-01"),
         article_of("https://a.example/juin", "gel", "2024-06-01"),
         article_of("https://a.example/mai", "vent", "2024-05-01")});

  EXPECT_THAT(names(search({.query = "site:a.example"})), ElementsAre("juin", "mai", "mars"));
  EXPECT_THAT(names(search({.query = "-vent"})), ElementsAre("juin", "mars"));
}

}  // namespace
}  // namespace kiosque
