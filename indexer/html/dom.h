#pragma once

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
/// noscript and svg are left out. Never fails: elements deeper than 256 lie flat at
/// that depth, and what follows 16 MiB is not read.
///
/// REQUIRES: `html` is valid UTF-8.
[[nodiscard]] Dom parse(std::string_view html);

/// The text of a subtree with white space folded; blocks and line breaks count as white space.
[[nodiscard]] std::string text_of(const Dom& dom, NodeId id);

/// Appends `text` with each run of white space (no-break and other Unicode spaces too) as one
/// space, none at the start of `out` or after another; control characters and zero-width marks go.
void append_folded(std::string& out, std::string_view text);

/// `text` folded likewise and without space at either end.
[[nodiscard]] std::string fold_space(std::string_view text);

}  // namespace kiosque::html
