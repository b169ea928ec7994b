#pragma once
// Tells which articles are one story, in nearly the same words.
//
// In: a hash of each word of an article. Out: the story it belongs to.
// Main types: Sketch (128 bits that stand for a text), Index (the stories seen before).
// Also open to other rooms: indexer/stories/sketch.h (what an article carries until it is written)
//
// Example (tests/unit/indexer/stories/example_test.cc):
//   const std::optional<Sketch> sketch = sketch_of(words);
//   Index stories;
//   const StoryId first = stories.assign(*sketch, own_story("Qjournal.example/1"));
//   const StoryId copy = stories.assign(*sketch, own_story("Qautre.example/2"));

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/stories/sketch.h"

namespace kiosque::stories {

/// A story: what near-duplicates have in common, named by the first article that told it.
using StoryId = std::uint64_t;

/// Sketches differing in at most this many bits belong to one story. On 36,000 articles that is
/// .985 precision at .989 recall for a Jaccard similarity of .8, and .995 precision for one of .7
/// (tests/bench/near_duplicates).
inline constexpr int kSameStoryDistance = 18;

/// Finds the story of an article among those seen before: the nearest within kSameStoryDistance,
/// the earliest of equally near ones. About 60 bytes an article; the older half is forgotten at the
/// capacity. Papers print an agency's text within days: a few months of hundreds of papers are
/// enough, and a million articles would make each of them four times as slow to place. Not safe
/// from two threads at once.
///
/// A sketch is cut into 8 parts of 16 bits. Of two sketches that differ in at most 15 bits, some
/// part differs in at most one: looking up each part and its 16 neighbours finds every such pair,
/// and of those that differ in 16 to 18 nearly every one.
class Index {
 public:
  static constexpr std::size_t kCapacity = 1u << 18;

  explicit Index(std::size_t capacity = kCapacity);

  /// The story of `sketch`; `own` if nothing near was seen. Remembers the article.
  StoryId assign(const Sketch& sketch, StoryId own);

  /// Remembers an article whose story is known (of an index being opened), oldest first.
  void remember(const Sketch& sketch, StoryId story);

 private:
  static constexpr std::size_t kParts = 8;
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  struct Match {
    std::uint32_t entry;
    int distance;
  };

  [[nodiscard]] std::optional<Match> nearest(const Sketch& sketch) const;
  void forget_older_half();

  std::size_t capacity_;
  // An entry is its place in these: lookups are bound by memory, and each reads few of them.
  std::vector<Sketch> sketches_;
  std::vector<StoryId> stories_;
  std::array<std::vector<std::uint32_t>, kParts> next_;  ///< the entry before with the same part
  std::vector<std::uint32_t> heads_;  ///< of each part and value, the last entry that has it
};

/// The stories of the newest articles of an index (half of Index::kCapacity), read from the slots
/// of its shards: nothing else is stored, so nothing can fall out of step with them.
[[nodiscard]] Result<Index> read_stories(std::span<const std::filesystem::path> shards);

/// The story that the article of `unique_term` begins if it is like none before.
[[nodiscard]] StoryId own_story(std::string_view unique_term);

/// Value of slot kStory: 8 bytes.
[[nodiscard]] std::string encode_story(StoryId story);

}  // namespace kiosque::stories
