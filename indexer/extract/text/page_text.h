#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/extract/text/zones.h"
#include "indexer/html/dom.h"
#include "indexer/html/segments.h"

namespace kiosque::extract::text {

/// The text of a page in segments, each weighed by how much it looks like prose.
class PageText {
 public:
  explicit PageText(const html::Dom& dom);

  [[nodiscard]] const html::Dom& dom() const noexcept { return dom_; }
  [[nodiscard]] const html::Segments& segments() const noexcept { return segments_; }
  [[nodiscard]] const html::Segment& segment(std::size_t i) const { return segments_.list[i]; }
  [[nodiscard]] std::string_view text(std::size_t i) const {
    return segments_.text_of(segments_.list[i]);
  }
  [[nodiscard]] Zone zone(std::size_t i) const { return static_cast<Zone>(segment(i).zone); }

  /// The segments within an element: [first, last).
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(html::NodeId node) const;

  /// The zone of the line an element begins; of the line it stands in, if that belongs to other
  /// articles or to readers; else Content.
  [[nodiscard]] Zone zone_of(html::NodeId node) const;

  /// Bytes of prose within an element: text outside links, in segments of some length that stand
  /// in no zone.
  [[nodiscard]] std::uint32_t prose(html::NodeId node) const;
  [[nodiscard]] std::uint32_t prose_between(std::size_t first, std::size_t last) const {
    return prose_[last] - prose_[first];
  }
  [[nodiscard]] std::uint32_t total_prose() const { return prose_.back(); }

 private:
  void cut(const std::vector<std::uint32_t>& mass, ZoneSigns signs);

  const html::Dom& dom_;
  html::Segments segments_;
  std::vector<std::uint32_t> prose_;  ///< before each segment
};

}  // namespace kiosque::extract::text
