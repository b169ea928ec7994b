#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/extract/text/text.h"

namespace kiosque::extract::text {
namespace {

constexpr std::uint32_t kShortProse = 30;

/// Less than one part in so many of the running text is too little for an article.
constexpr std::uint32_t kTooLittle = 5;

std::uint32_t prose_of(const html::Segment& segment) {
  if (segment.zone != 0 || segment.kind == index::BlockKind::Subhead) return 0;
  const std::uint32_t free = segment.length - std::min(segment.length, segment.link_bytes);
  if (free < kShortProse || segment.link_bytes > free) return 0;
  return segment.kind == index::BlockKind::ListItem ? free / 2 : free;
}

}  // namespace

PageText::PageText(const html::Dom& dom) : dom_(dom) {
  const std::vector<std::uint32_t> mass = running_text(dom);
  cut(mass, ZoneSigns::TagsAndClasses);
  // Where classes take nearly all the text for something else, they mean something else.
  if (total_prose() < mass.back() / kTooLittle) cut(mass, ZoneSigns::Tags);
}

void PageText::cut(const std::vector<std::uint32_t>& mass, ZoneSigns signs) {
  segments_ = html::cut_segments(dom_, find_zones(dom_, mass, signs));
  prose_.clear();
  prose_.reserve(segments_.list.size() + 1);
  prose_.push_back(0);
  for (const html::Segment& segment : segments_.list) {
    prose_.push_back(prose_.back() + prose_of(segment));
  }
}

std::pair<std::size_t, std::size_t> PageText::range(html::NodeId node) const {
  const auto& list = segments_.list;
  const auto before = [](const html::Segment& segment, html::NodeId id) {
    return segment.first < id;
  };
  const auto first = std::lower_bound(list.begin(), list.end(), node, before);
  const auto last = std::lower_bound(first, list.end(), dom_.node(node).end, before);
  return {static_cast<std::size_t>(first - list.begin()),
          static_cast<std::size_t>(last - list.begin())};
}

Zone PageText::zone_of(html::NodeId node) const {
  const auto [first, last] = range(node);
  if (first != last) return zone(first);
  if (first == 0 || dom_.node(segment(first - 1).block).end <= node) return Zone::Content;
  const Zone around = zone(first - 1);
  return around == Zone::Related || around == Zone::Comments ? around : Zone::Content;
}

std::uint32_t PageText::prose(html::NodeId node) const {
  const auto [first, last] = range(node);
  return prose_between(first, last);
}

}  // namespace kiosque::extract::text
