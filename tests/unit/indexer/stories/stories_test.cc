#include "indexer/stories/stories.h"

#include <gtest/gtest.h>

namespace kiosque::stories {
namespace {

constexpr Sketch kSketch{{0x0123456789abcdef, 0xfedcba9876543210}};

/// `sketch` with `count` bits turned, spread evenly over its 128.
Sketch turned(Sketch sketch, int count) {
  for (int i = 0; i < count; ++i) {
    const int bit = i * 128 / count;
    sketch.bits[static_cast<std::size_t>(bit / 64)] ^= std::uint64_t{1} << bit % 64;
  }
  return sketch;
}

TEST(StoryIndex, AnArticleLikeNoneBeforeBeginsItsOwnStory) {
  Index stories;

  EXPECT_EQ(stories.assign(kSketch, 1), 1u);
  EXPECT_EQ(stories.assign(turned(kSketch, 64), 2), 2u);
}

TEST(StoryIndex, FindsEverySketchWithinFifteenBits) {
  for (int bits = 0; bits <= 15; ++bits) {
    Index stories;
    stories.remember(kSketch, 7);

    EXPECT_EQ(stories.assign(turned(kSketch, bits), 9), 7u) << bits << " bits";
  }
}

TEST(StoryIndex, BeyondTheDistanceIsAnotherStory) {
  Index stories;
  stories.remember(kSketch, 7);

  EXPECT_EQ(stories.assign(turned(kSketch, kSameStoryDistance + 1), 9), 9u);
}

TEST(StoryIndex, TheNearestStoryWins) {
  Index stories;
  stories.remember(turned(kSketch, 10), 1);
  stories.remember(turned(kSketch, 2), 2);

  EXPECT_EQ(stories.assign(kSketch, 9), 2u);
}

TEST(StoryIndex, AStoryHoldsTogetherThroughItsVersions) {
  Index stories;
  stories.assign(kSketch, 1);
  stories.assign(turned(kSketch, 12), 2);

  EXPECT_EQ(stories.assign(turned(turned(kSketch, 12), 8), 3), 1u);
}

TEST(StoryIndex, ForgetsTheOldestBeyondItsCapacity) {
  Index stories(4);
  stories.remember(kSketch, 1);
  for (unsigned i = 1; i <= 4; ++i)
    stories.remember({{i * 0x9E3779B97F4A7C15, ~(i * 77u)}}, 10 + i);

  EXPECT_EQ(stories.assign(kSketch, 99), 99u);
  EXPECT_EQ(stories.assign({{4 * 0x9E3779B97F4A7C15, ~(4 * 77u)}}, 98), 14u);
}

TEST(Sketch, RoundTripsThroughItsBytes) {
  const Sketch sketch{{0x0123456789abcdef, 0xfedcba9876543210}};

  EXPECT_EQ(decode_sketch(encode_sketch(sketch)), sketch);
  EXPECT_FALSE(decode_sketch("short"));
}

}  // namespace
}  // namespace kiosque::stories
