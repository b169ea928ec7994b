#include <gtest/gtest.h>

#include "searcher/render/render.h"

namespace kiosque::render {
namespace {

TEST(RenderExample, WritesARunOfTrec) {
  engine::Page page;
  page.hits.push_back({.rank = 1, .score = 2.5, .url = "https://gazette.example/kyiv"});
  EXPECT_EQ(to_trec("7", page), "7 Q0 https://gazette.example/kyiv 1 2.500000 kiosque\n");
}

}  // namespace
}  // namespace kiosque::render
