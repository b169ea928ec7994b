#include "indexer/extract/text/class_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kiosque::extract::text {
namespace {

TEST(ReadClass, JoinsNeighbouringWords) {
  EXPECT_EQ(read_class("block read-more").zone, Zone::Related);
  EXPECT_EQ(read_class("ReadMore_box__x1").zone, Zone::Related);
  EXPECT_TRUE(read_class("c-article-body u-mb").body);
  EXPECT_EQ(read_class("headline").zone, Zone::Content);
}

}  // namespace
}  // namespace kiosque::extract::text
