#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

#include "indexer/stories/stories.h"

namespace kiosque::stories {
namespace {

// As stories.h shows it.
TEST(StoriesExample, TheSameTextIsTheSameStory) {
  std::vector<std::uint64_t> words(40);
  std::iota(words.begin(), words.end(), 1u);

  const std::optional<Sketch> sketch = sketch_of(words);
  Index stories;
  const StoryId first = stories.assign(*sketch, own_story("Qjournal.example/1"));
  const StoryId copy = stories.assign(*sketch, own_story("Qautre.example/2"));

  EXPECT_EQ(first, own_story("Qjournal.example/1"));
  EXPECT_EQ(copy, first);

  std::ranges::reverse(words);
  const StoryId other = stories.assign(*sketch_of(words), own_story("Qautre.example/3"));
  EXPECT_EQ(other, own_story("Qautre.example/3"));
}

}  // namespace
}  // namespace kiosque::stories
