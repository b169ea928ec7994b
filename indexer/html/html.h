#pragma once
// Turns the bytes of a page into a tree, as browsers do.
//
// In: bytes in any charset. Out: a Dom; its text in Segments.
// Main types: Dom, NodeId, Tag and Attr (tags.h), Segment (segments.h).
// Also open to other rooms: indexer/html/charset.h (bytes to UTF-8), indexer/html/entities.h
// (&eacute; to é), indexer/html/segments.h (a page or a piece of HTML cut into paragraphs),
// indexer/html/tags.h, indexer/html/text.h (white space, normal form), indexer/html/tokenizer.h
// (tags one by one, without a tree).
//
// Example (tests/unit/indexer/html/example_test.cc):
//   const Dom dom = parse(decode_to_utf8("<h1>L'\xE9t\xE9</h1> <p class=lead>Il fait beau"));
//   std::string text;
//   for (NodeId i = 0; i < dom.size(); ++i) {
//     if (dom.attribute(i, Attr::Class) == "lead") text = text_of(dom, i);
//   }
//   EXPECT_EQ(text, "Il fait beau");

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/tags.h"

namespace kiosque::html {

using NodeId = std::uint32_t;

/// A page as one flat array of nodes in document order: the descendants of node n are the nodes
/// n + 1 up to (not including) `node(n).end`. Walking it needs no recursion, and skipping a subtree
/// is a jump to `end`. Node 0 is the html element.
class Dom {
 public:
  struct Node {
    Tag tag = Tag::Other;
    std::uint8_t attribute_count = 0;
    bool in_link = false;      ///< text: stands in a link
    NodeId parent = 0;         ///< 0 for node 0 as well
    NodeId end = 0;            ///< one past the last descendant
    std::uint32_t begin = 0;   ///< text: its offset; element: its first attribute
    std::uint32_t length = 0;  ///< text: bytes
  };

  [[nodiscard]] NodeId size() const noexcept { return static_cast<NodeId>(nodes_.size()); }
  [[nodiscard]] const Node& node(NodeId id) const noexcept { return nodes_[id]; }
  [[nodiscard]] Tag tag(NodeId id) const noexcept { return nodes_[id].tag; }

  /// The characters of a text node, references resolved, white space as written.
  [[nodiscard]] std::string_view text(NodeId id) const noexcept {
    const Node& n = nodes_[id];
    return std::string_view(text_).substr(n.begin, n.length);
  }

  /// The value of an element's attribute, references resolved; empty if it has none or no value.
  [[nodiscard]] std::string_view attribute(NodeId id, Attr name) const noexcept;
  [[nodiscard]] bool has_attribute(NodeId id, Attr name) const noexcept;

 private:
  friend class DomBuilder;
  struct Attribute {
    Attr name;
    std::uint32_t begin;
    std::uint32_t length;
  };
  [[nodiscard]] const Attribute* find(NodeId id, Attr name) const noexcept;

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string text_;
};

/// Builds the tree that a browser would show, near enough (HTML Living Standard, 13.2.6, without
/// the adoption agency and foster parenting). Contents of scripts but JSON-LD, of styles, comments,
/// noscript and svg are left out. Never fails: elements deeper than 256 lie flat at that depth, and
/// what follows 16 MiB is not read.
///
/// REQUIRES: `html` is valid UTF-8.
[[nodiscard]] Dom parse(std::string_view html);

/// The text of a subtree with white space folded; blocks and line breaks count as white space.
[[nodiscard]] std::string text_of(const Dom& dom, NodeId id);

}  // namespace kiosque::html
