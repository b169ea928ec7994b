#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "indexer/html/html.h"

namespace kiosque::html {

/// A run of text that a reader sees as one piece: a paragraph, heading, list item, table row.
struct Segment {
  index::BlockKind kind = index::BlockKind::Paragraph;
  std::uint8_t zone = 0;         ///< as given to cut_segments
  NodeId first = 0;              ///< its first text node
  NodeId block = 0;              ///< the innermost block element around it
  std::uint32_t begin = 0;       ///< of its text in Segments::text
  std::uint32_t length = 0;      ///< bytes
  std::uint32_t link_bytes = 0;  ///< of these, in links
};

/// The segments of a page in document order, and all their text, white space folded.
struct Segments {
  std::vector<Segment> list;
  std::string text;

  [[nodiscard]] std::string_view text_of(const Segment& segment) const {
    return std::string_view(text).substr(segment.begin, segment.length);
  }
};

/// The zone of nodes that no reader sees: they are passed over.
inline constexpr std::uint8_t kInvisibleZone = 0xFF;

/// Cuts a page into segments: at block elements and double line breaks. `zones` holds a number for
/// each node (or is empty: all 0); a segment never spans two zones.
[[nodiscard]] Segments cut_segments(const Dom& dom, std::span<const std::uint8_t> zones);

/// The blocks of a piece of HTML, such as a feed entry's content: paragraphs, subheads, quotes and
/// list items, as plain text. Nothing is judged: all that a reader would see is kept.
///
///   "<p>Un <b>mot</b>.</p><h2>Deux</h2>"  ->  {p "Un mot."} {h "Deux"}
///
/// REQUIRES: `html_utf8` is valid UTF-8.
[[nodiscard]] std::vector<index::Block> blocks_of_fragment(std::string_view html_utf8);

/// True for elements whose text no reader sees: script, style, template, options, svg …
[[nodiscard]] bool is_invisible(Tag tag) noexcept;

}  // namespace kiosque::html
