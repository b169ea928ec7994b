#include "indexer/stories/stories.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/base/hash.h"
#include "common/index/guard.h"
#include "common/index/schema.h"

namespace kiosque::stories {
namespace {

constexpr unsigned kPartBits = 16;
constexpr std::size_t kPartValues = 1u << kPartBits;

std::uint32_t part_of(const Sketch& sketch, std::size_t part) {
  return static_cast<std::uint32_t>(sketch.bits[part / 4] >> part % 4 * kPartBits & 0xFFFF);
}

/// The newest `most` articles of a shard.
void read_shard(const std::string& shard, Xapian::docid most, Index& stories) {
  const Xapian::Database database(shard);
  const Xapian::docid newest = database.get_lastdocid();
  auto story = database.valuestream_begin(index::slot::kStory);
  const auto last = database.valuestream_end(index::slot::kStory);
  auto value = database.valuestream_begin(index::slot::kSketch);
  if (newest > most) value.skip_to(newest - most + 1);
  for (; value != database.valuestream_end(index::slot::kSketch); ++value) {
    story.skip_to(value.get_docid());
    if (story == last) return;
    const std::string id = *story;
    const auto sketch = decode_sketch(*value);
    if (!sketch || id.size() != sizeof(StoryId) || story.get_docid() != value.get_docid()) continue;
    XXH64_canonical_t canonical;
    id.copy(reinterpret_cast<char*>(canonical.digest), sizeof canonical.digest);
    stories.remember(*sketch, XXH64_hashFromCanonical(&canonical));
  }
}

}  // namespace

Index::Index(std::size_t capacity)
    : capacity_(std::max<std::size_t>(capacity, 2)), heads_(kParts * kPartValues, kNone) {}

StoryId Index::assign(const Sketch& sketch, StoryId own) {
  const auto match = nearest(sketch);
  const StoryId story = match ? stories_[match->entry] : own;
  // The same text again, as when an unchanged article is read anew, adds nothing.
  if (!match || match->distance > 0) remember(sketch, story);
  return story;
}

void Index::remember(const Sketch& sketch, StoryId story) {
  if (sketches_.size() == capacity_) forget_older_half();
  const auto entry = static_cast<std::uint32_t>(sketches_.size());
  for (std::size_t part = 0; part < kParts; ++part) {
    std::uint32_t& head = heads_[part * kPartValues + part_of(sketch, part)];
    next_[part].push_back(std::exchange(head, entry));
  }
  sketches_.push_back(sketch);
  stories_.push_back(story);
}

std::optional<Index::Match> Index::nearest(const Sketch& sketch) const {
  Match best{kNone, kSameStoryDistance + 1};
  const auto look_at = [&](std::size_t part, std::uint32_t value) {
    const auto& next = next_[part];
    for (std::uint32_t i = heads_[part * kPartValues + value]; i != kNone; i = next[i]) {
      const Match match{i, distance(sketch, sketches_[i])};
      best = std::min(best, match, [](const Match& a, const Match& b) {
        return std::tie(a.distance, a.entry) < std::tie(b.distance, b.entry);
      });
    }
  };
  for (std::size_t part = 0; part < kParts; ++part) {
    const std::uint32_t value = part_of(sketch, part);
    look_at(part, value);
    for (unsigned bit = 0; bit < kPartBits; ++bit) look_at(part, value ^ 1u << bit);
  }
  if (best.distance > kSameStoryDistance) return std::nullopt;
  return best;
}

void Index::forget_older_half() {
  const auto half = static_cast<std::ptrdiff_t>(capacity_ / 2);
  const std::vector<Sketch> sketches(sketches_.begin() + half, sketches_.end());
  const std::vector<StoryId> stories(stories_.begin() + half, stories_.end());
  sketches_.clear();
  stories_.clear();
  for (auto& next : next_) next.clear();
  std::ranges::fill(heads_, kNone);
  for (std::size_t i = 0; i < sketches.size(); ++i) remember(sketches[i], stories[i]);
}

Result<Index> read_stories(std::span<const std::filesystem::path> shards) {
  Index stories;
  // As many as are left when the older half is forgotten.
  const auto most = static_cast<Xapian::docid>(Index::kCapacity / 2 / shards.size());
  for (const std::filesystem::path& shard : shards) {
    TRY(index::guard(fmt::format("read the stories of '{}'", shard.string()),
                     [&] { read_shard(shard.string(), most, stories); }));
  }
  return stories;
}

StoryId own_story(std::string_view unique_term) { return hash64(unique_term); }

std::string encode_story(StoryId story) {
  XXH64_canonical_t canonical;
  XXH64_canonicalFromHash(&canonical, story);
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

}  // namespace kiosque::stories
