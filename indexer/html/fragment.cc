#include "indexer/html/fragment.h"

#include "indexer/html/nfc.h"
#include "indexer/html/segments.h"

namespace kiosque::html {

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
