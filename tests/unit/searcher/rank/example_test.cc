// The example of rank.h.

#include <gtest/gtest.h>

#include "searcher/rank/best_hits.h"
#include "searcher/rank/rank.h"
#include "tests/support/small_index.h"

namespace kiosque::rank {
namespace {

TEST(RankExample, TheVeryFormComesFirst) {
  test::SmallIndex index;
  index.add("Une arme pour Kiev");
  index.add("Des armes pour Kiev");
  const Xapian::Database database = index.database();
  text::Analyzer analyzer;
  const meaning::Meaning meaning =
      meaning::understand(meaning::analyse(query::parse_query("armes", {}), analyzer),
                          meaning::IndexVocabulary(database, index.forms()));

  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query("Zarme"));
  enquire.set_weighting_scheme(NewsWeight());
  const BestHits best =
      best_hits(enquire, database, {.hits = 10}, [&](std::vector<RankedHit>& hits) {
        rank_again(database, hits, ranking_query(meaning), {});
      });
  ASSERT_EQ(best.hits.size(), 2u);
  EXPECT_EQ(best.hits[0].id, 2u);
}

}  // namespace
}  // namespace kiosque::rank
