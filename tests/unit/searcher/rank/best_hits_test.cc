#include "searcher/rank/best_hits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "common/index/schema.h"

namespace kiosque::rank {
namespace {

using testing::ElementsAre;

/// Articles with the word "crue" so many times; the first has id 1.
class BestHitsTest : public testing::Test {
 protected:
  void add(const std::string& story, Xapian::termcount times) {
    Xapian::Document document;
    document.add_term("Zcru", times);
    document.add_value(index::slot::kStory, story);
    database_.add_document(document);
  }

  BestHits best(std::size_t wanted, bool one_a_story) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(Xapian::Query("Zcru"));
    return best_hits(enquire, database_, {.hits = wanted, .one_a_story = one_a_story},
                     [](const std::vector<RankedHit>&) {});
  }

  static std::vector<Xapian::docid> ids(const BestHits& best) {
    std::vector<Xapian::docid> ids;
    for (const RankedHit& hit : best.hits) ids.push_back(hit.id);
    return ids;
  }

  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

TEST_F(BestHitsTest, AreTheBestArticleOfEachStory) {
  add("lys", 1);
  add("lys", 3);
  add("", 2);
  add("", 1);
  add("loup", 4);

  const BestHits all = best(10, true);

  EXPECT_THAT(ids(all), ElementsAre(5u, 2u, 3u, 4u));
  EXPECT_TRUE(all.all);
  EXPECT_EQ(all.stories(), 4u);
  EXPECT_THAT(ids(best(10, false)), ElementsAre(5u, 2u, 3u, 1u, 4u));
}

TEST_F(BestHitsTest, GoOnUntilThereAreAsManyStoriesAsWanted) {
  for (int i = 0; i < 200; ++i) add("lys", 9);
  for (int i = 0; i < 20; ++i) add("autre" + std::to_string(i), 2);

  const BestHits some = best(12, true);

  EXPECT_GE(some.hits.size(), 12u);
  EXPECT_EQ(best(50, true).hits.size(), 21u);
  EXPECT_EQ(best(50, true).stories(), 21u);
}

TEST_F(BestHitsTest, AreRankedBeforeTheBestOfAStoryIsChosen) {
  add("lys", 3);
  add("lys", 1);
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query("Zcru"));

  const BestHits turned =
      best_hits(enquire, database_, {.hits = 1, .articles = 10, .one_a_story = true},
                [](auto& hits) { std::reverse(hits.begin(), hits.end()); });

  EXPECT_THAT(ids(turned), ElementsAre(2u));
}

TEST_F(BestHitsTest, GuessHowManyStoriesThereAre) {
  for (int i = 0; i < 400; ++i) add("story" + std::to_string(i / 2), 2);

  const BestHits some = best(20, true);

  EXPECT_FALSE(some.all);
  EXPECT_NEAR(static_cast<double>(some.stories()), 200, 60);
}

}  // namespace
}  // namespace kiosque::rank
