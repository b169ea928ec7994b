#include "searcher/rank/recency.h"

#include <gtest/gtest.h>

namespace kiosque::rank {
namespace {

using namespace std::chrono;

constexpr sys_seconds kNow{sys_days{2024y / 6 / 12}};

meaning::Words words_of_idf(double idf, std::size_t count = 1) {
  return meaning::Words(count,
                        meaning::Word{"crue", {{.exact = "crue", .stem = "cru", .idf = idf}}});
}

Recency recency(const meaning::Words& words) {
  return {kNow, words, {.recency = 0.1, .recency_half_life = 10}};
}

TEST(Recency, IsAShareOfTheWordsHalvedWithAge) {
  const Recency two = recency(words_of_idf(4, 2));

  EXPECT_NEAR(two.worth(kNow), 0.8, 1e-9);
  EXPECT_NEAR(two.worth(kNow - days{10}), 0.4, 1e-9);
  EXPECT_NEAR(two.worth(kNow - days{30}), 0.1, 1e-9);
}

TEST(Recency, IsNothingForOldArticlesAndThoseOfTheFuture) {
  const Recency one = recency(words_of_idf(4));

  EXPECT_EQ(one.worth(kNow - days{81}), 0);
  EXPECT_EQ(one.worth(kNow + days{2}), 0);
  EXPECT_NEAR(one.worth(kNow + hours{2}), 0.4, 1e-9);
}

TEST(Recency, LongQueriesOtherNamesAndStopWordsHaveNone) {
  meaning::Words other = words_of_idf(4);
  other.front().alternatives.front().name = 1;
  meaning::Words common = words_of_idf(4);
  common.front().alternatives.front().stop_word = true;

  EXPECT_EQ(recency(words_of_idf(4, 17)).worth(kNow), 0);
  EXPECT_EQ(recency(other).worth(kNow), 0);
  EXPECT_EQ(recency(common).worth(kNow), 0);
}

}  // namespace
}  // namespace kiosque::rank
