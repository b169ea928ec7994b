#include "indexer/html/segments.h"

#include <utility>

#include "indexer/html/text.h"

namespace kiosque::html {
namespace {

/// A table cell shorter than this is joined with its neighbours of the row.
constexpr std::size_t kShortCell = 200;

class Cutter {
 public:
  Cutter(const Dom& dom, std::span<const std::uint8_t> zones) : dom_(dom), zones_(zones) {
    out_.text.reserve(1024);
  }

  Segments cut() {
    for (NodeId i = 0; i < dom_.size();) {
      leave_blocks(i);
      i = enter(i);
    }
    flush();
    return std::move(out_);
  }

 private:
  struct OpenBlock {
    NodeId id;
    NodeId end;
    index::BlockKind kind;
  };

  /// Takes node `i`; returns the node to go on with.
  NodeId enter(NodeId i) {
    const Dom::Node& node = dom_.node(i);
    if (zone(i) == kInvisibleZone || is_invisible(node.tag)) return node.end;
    if (node.tag == Tag::Text) {
      add(i);
    } else if (node.tag == Tag::Br) {
      line_break();
    } else if (node.tag == Tag::Td || node.tag == Tag::Th) {
      cell(i);
    } else if (has_trait(node.tag, kBlockTag)) {
      flush();
      open_.push_back({i, node.end, kind_in(node.tag)});
    }
    return i + 1;
  }

  void leave_blocks(NodeId i) {
    while (!open_.empty() && open_.back().end <= i) {
      if (current_.length > 0 && (!is_cell(open_.back().id) || current_.length > kShortCell)) {
        flush();
      }
      open_.pop_back();
    }
  }

  void cell(NodeId i) {
    if (current_.length > kShortCell) flush();
    if (current_.length > 0) {
      append_folded(line_, " | ");
      current_.length = static_cast<std::uint32_t>(line_.size());
    }
    open_.push_back({i, dom_.node(i).end, kind_in(dom_.tag(i))});
  }

  [[nodiscard]] bool is_cell(NodeId i) const {
    return dom_.tag(i) == Tag::Td || dom_.tag(i) == Tag::Th;
  }

  [[nodiscard]] index::BlockKind kind_in(Tag tag) const {
    if (has_trait(tag, kHeadingTag)) return index::BlockKind::Subhead;
    if (tag == Tag::Blockquote) return index::BlockKind::Quote;
    if (tag == Tag::Li || tag == Tag::Dd || tag == Tag::Dt) return index::BlockKind::ListItem;
    return open_.empty() ? index::BlockKind::Paragraph : open_.back().kind;
  }

  [[nodiscard]] std::uint8_t zone(NodeId i) const { return zones_.empty() ? 0 : zones_[i]; }

  void add(NodeId i) {
    if (current_.length > 0 && zone(i) != current_.zone) flush();
    const std::size_t before = line_.size();
    append_folded(line_, dom_.text(i));
    if (line_.empty()) return;
    if (current_.length == 0) {
      current_.first = i;
      current_.zone = zone(i);
      current_.block = open_.empty() ? 0 : open_.back().id;
      current_.kind = open_.empty() ? index::BlockKind::Paragraph : open_.back().kind;
    }
    const auto added = static_cast<std::uint32_t>(line_.size() - before);
    current_.length = static_cast<std::uint32_t>(line_.size());
    if (dom_.node(i).in_link) current_.link_bytes += added;
    if (added > 1 || line_.back() != ' ') breaks_ = 0;
  }

  void line_break() {
    append_folded(line_, " ");
    if (current_.length > 0) current_.length = static_cast<std::uint32_t>(line_.size());
    if (++breaks_ == 2) flush();
  }

  void flush() {
    while (!line_.empty() && (line_.back() == ' ' || line_.back() == '|')) line_.pop_back();
    if (!line_.empty() && current_.length > 0) {
      current_.begin = static_cast<std::uint32_t>(out_.text.size());
      current_.length = static_cast<std::uint32_t>(line_.size());
      out_.text += line_;
      out_.list.push_back(current_);
    }
    line_.clear();
    current_ = {};
    breaks_ = 0;
  }

  const Dom& dom_;
  std::span<const std::uint8_t> zones_;
  Segments out_;
  std::vector<OpenBlock> open_;
  std::string line_;  ///< the text of `current_`
  Segment current_;
  int breaks_ = 0;  ///< line breaks since the last text
};

}  // namespace

bool is_invisible(Tag tag) noexcept {
  switch (tag) {
    case Tag::Head:
    case Tag::Script:
    case Tag::Style:
    case Tag::Template:
    case Tag::Noscript:
    case Tag::Svg:
    case Tag::Iframe:
    case Tag::Select:
    case Tag::Option:
    case Tag::Textarea:
    case Tag::Object:
    case Tag::Canvas:
    case Tag::Title:
    case Tag::Audio:
    case Tag::Video:
    case Tag::Map:
    case Tag::Noembed:
    case Tag::Noframes:
    case Tag::Dialog:
    case Tag::Picture:
      return true;
    default:
      return false;
  }
}

Segments cut_segments(const Dom& dom, std::span<const std::uint8_t> zones) {
  return Cutter(dom, zones).cut();
}

std::vector<index::Block> blocks_of_fragment(std::string_view html_utf8) {
  const Dom dom = parse(html_utf8);
  const Segments segments = cut_segments(dom, {});
  std::vector<index::Block> blocks;
  blocks.reserve(segments.list.size());
  for (const Segment& segment : segments.list) {
    blocks.push_back({segment.kind, to_nfc(std::string(segments.text_of(segment)))});
  }
  return blocks;
}

}  // namespace kiosque::html
