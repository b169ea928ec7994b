#include "indexer/stories/story_index.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kiosque::stories {
namespace {

constexpr unsigned kPartBits = 16;
constexpr std::size_t kPartValues = 1u << kPartBits;

std::uint32_t part_of(const Sketch& sketch, std::size_t part) {
  return static_cast<std::uint32_t>(sketch.bits[part / 4] >> part % 4 * kPartBits & 0xFFFF);
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

}  // namespace kiosque::stories
