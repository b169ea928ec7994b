#include "searcher/rank/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::rank {
namespace {

TEST(RankingOptions, SetsWhatIsNamed) {
  Options options;

  const bool set = set_option(options, "idf-power=1") && set_option(options, "depth=0");

  EXPECT_TRUE(set);
  EXPECT_EQ(options.idf_power, 1);
  EXPECT_EQ(options.depth, 0u);
  EXPECT_EQ(options.k1, Options().k1);
}

TEST(RankingOptions, NamesTheKeysWhenOneIsUnknown) {
  Options options;

  const Status set = set_option(options, "idf_power=1");

  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().code, ErrorCode::Invalid);
  EXPECT_THAT(set.error().hint, testing::HasSubstr("idf-power"));
}

TEST(RankingOptions, RefusesWhatIsNoValueAndKeepsTheOldOne) {
  Options options;
  for (const auto* wrong :
       {"first", "first=", "first=x", "first=-1", "first=1e9", "first=nan", "first-decay=0",
        "near-decay=0", "depth=1.5", "recency-half-life=0", "=1", ""}) {
    EXPECT_FALSE(set_option(options, wrong)) << wrong;
  }

  EXPECT_EQ(options.first, Options().first);
  EXPECT_EQ(options.first_decay, Options().first_decay);
  EXPECT_EQ(options.depth, Options().depth);
}

}  // namespace
}  // namespace kiosque::rank
