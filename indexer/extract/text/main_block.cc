#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/extract/text/class_words.h"
#include "indexer/extract/text/text.h"

namespace kiosque::extract::text {
namespace {

constexpr std::size_t kGroups = 4;

/// Of the page's prose, what a named element must hold to be believed.
constexpr double kEnough = 0.4;

using Groups = std::array<std::vector<html::NodeId>, kGroups>;

bool is_body_property(std::string_view itemprop) {
  return itemprop.find("articleBody") != std::string_view::npos ||
         itemprop.find("articlebody") != std::string_view::npos;
}

/// Fills each group with its outermost elements.
class Collector {
 public:
  Collector(const html::Dom& dom, Groups& groups) : dom_(dom), groups_(groups) {}

  void collect() {
    for (html::NodeId i = 1; i < dom_.size(); ++i) {
      const html::Tag tag = dom_.tag(i);
      if (tag == html::Tag::Text) continue;
      const bool block = html::has_trait(tag, html::kBlockTag) || tag == html::Tag::Other ||
                         tag == html::Tag::Span;
      if (!block || tag == html::Tag::Body) continue;
      const ClassHints hints = read_class(dom_.attribute(i, html::Attr::Class));
      const ClassHints id_hints = read_class(dom_.attribute(i, html::Attr::Id));
      if (is_body_property(dom_.attribute(i, html::Attr::Itemprop))) add(0, i);
      if (hints.body || id_hints.body) add(1, i);
      if (tag == html::Tag::Article || dom_.attribute(i, html::Attr::Role) == "article") add(2, i);
      const bool main = tag == html::Tag::Main || dom_.attribute(i, html::Attr::Role) == "main";
      if (main || hints.main || id_hints.main) add(3, i);
    }
  }

 private:
  void add(std::size_t group, html::NodeId i) {
    auto& found = groups_[group];
    if (found.empty() || dom_.node(found.back()).end <= i) found.push_back(i);
  }

  const html::Dom& dom_;
  Groups& groups_;
};

/// From `node` down to the smallest element that keeps nearly all its prose.
html::NodeId descend(const PageText& page, html::NodeId node, double keep) {
  const html::Dom& dom = page.dom();
  const double wanted = keep * page.prose(node);
  while (true) {
    html::NodeId next = 0;
    for (html::NodeId i = node + 1; i < dom.node(node).end; i = dom.node(i).end) {
      if (dom.tag(i) != html::Tag::Text && page.prose(i) >= wanted) next = i;
    }
    const bool leaf = next == 0 || dom.tag(next) == html::Tag::P ||
                      dom.tag(next) == html::Tag::Blockquote || dom.tag(next) == html::Tag::Li ||
                      dom.tag(next) == html::Tag::Ul;
    if (leaf) return node;
    node = next;
  }
}

std::uint32_t total_of(const PageText& page, const std::vector<html::NodeId>& nodes) {
  std::uint32_t sum = 0;
  for (const html::NodeId node : nodes) sum += page.prose(node);
  return sum;
}

/// Of several elements of one name, those that are parts of the article: the largest and such as
/// are not much smaller; beside three of these, the posts of a live blog, also one that says
/// little.
std::vector<html::NodeId> weighty(const PageText& page, const std::vector<html::NodeId>& nodes) {
  constexpr int kPosts = 3;
  std::uint32_t largest = 0;
  for (const html::NodeId node : nodes) largest = std::max(largest, page.prose(node));
  const auto is_large = [&](html::NodeId node) { return page.prose(node) * 5 >= largest; };
  std::unordered_map<html::NodeId, int> large_below;
  for (const html::NodeId node : nodes) large_below[page.dom().node(node).parent] += is_large(node);
  std::vector<html::NodeId> kept;
  for (const html::NodeId node : nodes) {
    const bool post = large_below[page.dom().node(node).parent] >= kPosts;
    if (page.prose(node) > 0 && (is_large(node) || post)) kept.push_back(node);
  }
  return kept;
}

/// Paragraphs marked one by one, side by side, and the subheads and lists between them.
std::vector<html::NodeId> with_between(const html::Dom& dom,
                                       const std::vector<html::NodeId>& nodes) {
  if (nodes.size() < 2) return nodes;
  const html::NodeId parent = dom.node(nodes.front()).parent;
  const bool siblings = std::all_of(nodes.begin(), nodes.end(), [&](html::NodeId node) {
    return dom.node(node).parent == parent && dom.tag(node) == html::Tag::P;
  });
  if (!siblings) return nodes;
  std::vector<html::NodeId> all;
  for (html::NodeId i = nodes.front(); i <= nodes.back(); i = dom.node(i).end) all.push_back(i);
  return all;
}

/// What publishers mark as the text itself counts whole, however many pieces it has.
std::vector<html::NodeId> parts_of(const PageText& page, const std::vector<html::NodeId>& nodes,
                                   std::size_t group) {
  return group < 2 ? with_between(page.dom(), nodes) : weighty(page, nodes);
}

}  // namespace

std::vector<html::NodeId> choose_main(const PageText& page) {
  const std::uint32_t total = page.total_prose();
  if (total == 0) return std::vector<html::NodeId>(1, 0);
  Groups groups;
  Collector(page.dom(), groups).collect();
  for (std::size_t g = 0; g < kGroups; ++g) {
    // Const, as GCC 12 sees memory freed that is not where it is moved.
    const std::vector<html::NodeId> parts = parts_of(page, groups[g], g);
    if (!parts.empty() && total_of(page, parts) >= kEnough * total) {
      return parts;  // NOLINT(performance-no-automatic-move)
    }
  }
  return std::vector<html::NodeId>(1, descend(page, 0, 0.7));
}

}  // namespace kiosque::extract::text
