#include "indexer/html/html.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/html/entities.h"
#include "indexer/html/text.h"
#include "indexer/html/tokenizer.h"

namespace kiosque::html {

const Dom::Attribute* Dom::find(NodeId id, Attr name) const noexcept {
  const Node& n = nodes_[id];
  if (n.tag == Tag::Text) return nullptr;
  for (std::uint32_t i = n.begin; i < n.begin + n.attribute_count; ++i) {
    if (attributes_[i].name == name) return &attributes_[i];
  }
  return nullptr;
}

std::string_view Dom::attribute(NodeId id, Attr name) const noexcept {
  const Attribute* found = find(id, name);
  if (found == nullptr) return {};
  return std::string_view(text_).substr(found->begin, found->length);
}

bool Dom::has_attribute(NodeId id, Attr name) const noexcept { return find(id, name) != nullptr; }

namespace {

constexpr std::size_t kMaxBytes = 16u << 20;
constexpr std::size_t kMaxDepth = 256;

bool is_head_content(Tag tag) {
  switch (tag) {
    case Tag::Base:
    case Tag::Link:
    case Tag::Meta:
    case Tag::Title:
    case Tag::Script:
    case Tag::Style:
    case Tag::Noscript:
    case Tag::Template:
    case Tag::Head:
      return true;
    default:
      return false;
  }
}

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

bool is_one_of(Tag tag, std::initializer_list<Tag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

}  // namespace

/// Puts tokens into the tree. `stack_` holds the open elements, `open_` counts them by tag so that
/// most questions ("is a paragraph open?") need no search.
class DomBuilder {
 public:
  explicit DomBuilder(std::string_view html) : tokenizer_(html) {
    const auto tags = static_cast<std::size_t>(std::count(html.begin(), html.end(), '<'));
    dom_.nodes_.reserve(2 * tags + 3);
    dom_.text_.reserve(html.size());
    push(Tag::Html, {});
  }

  Dom build() {
    Token token;
    while (tokenizer_.next(token)) {
      if (token.kind == Token::Kind::Text) {
        add_text(token.text);
      } else if (token.kind == Token::Kind::StartTag) {
        start(token);
      } else {
        end(token);
      }
    }
    pop_to(0);
    dom_.nodes_[0].end = dom_.size();
    return std::move(dom_);
  }

 private:
  struct Open {
    NodeId id;
    Tag tag;
    bool live_link;         ///< an `a` that its end tag has not yet closed
    std::string_view name;  ///< of an element of tag Other
  };

  // --- start tags ---------------------------------------------------------------------------

  void start(const Token& token) {
    const Tag tag = token.tag;
    if (tag == Tag::Html) {
      if (dom_.nodes_[0].attribute_count == 0) add_attributes(0, token);
      return;
    }
    if (tag == Tag::Head || tag == Tag::Body) {
      enter_section(token);
      return;
    }
    if (!is_head_content(tag)) ensure_body();
    close_implied(tag);
    const NodeId id = push(tag, token.text);
    add_attributes(id, token);
    if (has_trait(tag, kVoidTag) ||
        (token.self_closing && (tag == Tag::Other || tag == Tag::Svg))) {
      pop_to(stack_.size() - 1);
    } else if (has_trait(tag, kRawTextTag)) {
      add_raw_text(id, token);
    }
    after_block_ = has_trait(tag, kBlockTag) || tag == Tag::Br;
  }

  void enter_section(const Token& token) {
    if (in_body_) return;
    if (token.tag == Tag::Body) {
      pop_to(1);
      in_body_ = true;
    } else if (stack_.size() > 1) {
      return;
    }
    add_attributes(push(token.tag, {}), token);
  }

  void ensure_body() {
    if (in_body_) return;
    pop_to(1);
    push(Tag::Body, {});
    in_body_ = true;
  }

  void add_raw_text(NodeId id, const Token& token) {
    const std::string_view content = tokenizer_.take_raw_text(token.text);
    const bool json = token.tag == Tag::Script &&
                      dom_.attribute(id, Attr::Type).find("ld+json") != std::string_view::npos;
    if (json) {
      append_text_node(content);
    } else if (token.tag == Tag::Title) {
      add_text(content);
    }
    pop_to(stack_.size() - 1);
  }

  /// Ends what the start of `tag` ends without an end tag.
  void close_implied(Tag tag) {
    if (has_trait(tag, kClosesPTag)) close_paragraph();
    switch (tag) {
      case Tag::Li:
        close_item({Tag::Li});
        break;
      case Tag::Dd:
      case Tag::Dt:
        close_item({Tag::Dd, Tag::Dt});
        break;
      case Tag::Tr:
        close_in_table({Tag::Tr}, Tag::Table);
        break;
      case Tag::Td:
      case Tag::Th:
        close_in_table({Tag::Td, Tag::Th}, Tag::Tr);
        break;
      case Tag::Tbody:
      case Tag::Thead:
      case Tag::Tfoot:
        close_in_table({Tag::Tbody, Tag::Thead, Tag::Tfoot, Tag::Tr}, Tag::Table);
        break;
      case Tag::Option:
      case Tag::Optgroup:
        if (top() == Tag::Option) pop_to(stack_.size() - 1);
        break;
      case Tag::A:
        end_link();
        break;
      default:
        if (has_trait(tag, kHeadingTag) && has_trait(top(), kHeadingTag)) pop_to(stack_.size() - 1);
    }
  }

  void close_paragraph() {
    if (open_[static_cast<std::size_t>(Tag::P)] == 0) return;
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].tag == Tag::P) return pop_to(i);
      if (has_trait(stack_[i].tag, kScopeTag) || stack_[i].tag == Tag::Button) return;
    }
  }

  /// An item ends the one before it, unless a list or another block lies between.
  void close_item(std::initializer_list<Tag> tags) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const Tag tag = stack_[i].tag;
      if (is_one_of(tag, tags)) return pop_to(i);
      const bool passable =
          !has_trait(tag, kBlockTag) || tag == Tag::Div || tag == Tag::P || tag == Tag::Address;
      if (!passable) return;
    }
  }

  void close_in_table(std::initializer_list<Tag> tags, Tag stop) {
    if (open_[static_cast<std::size_t>(Tag::Table)] == 0) return;
    std::size_t outermost = stack_.size();
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const Tag tag = stack_[i].tag;
      if (is_one_of(tag, tags)) outermost = i;
      if (tag == stop || tag == Tag::Table) break;
    }
    pop_to(outermost);
  }

  // --- end tags -----------------------------------------------------------------------------

  void end(const Token& token) {
    const Tag tag = token.tag;
    if (tag == Tag::Body || tag == Tag::Html) return;
    if (tag == Tag::Br) return start(token);
    if (tag == Tag::A) return end_link();
    if (has_trait(tag, kHeadingTag)) return end_heading();
    if (has_trait(tag, kBlockTag)) after_block_ = true;
    if (open_[static_cast<std::size_t>(tag)] == 0) return;
    const bool block = has_trait(tag, kBlockTag) || tag == Tag::Head;
    for (std::size_t i = stack_.size(); i-- > 1;) {
      const Open& open = stack_[i];
      if (open.tag == tag && (tag != Tag::Other || equals_ignoring_case(open.name, token.text))) {
        return pop_to(i);
      }
      const bool barrier = block ? has_trait(open.tag, kScopeTag) && !is_table_part(tag)
                                 : has_trait(open.tag, kBlockTag);
      if (barrier) return;
    }
  }

  static bool is_table_part(Tag tag) {
    return is_one_of(tag, {Tag::Table, Tag::Tr, Tag::Tbody, Tag::Thead, Tag::Tfoot});
  }

  void end_heading() {
    after_block_ = true;
    for (std::size_t i = stack_.size(); i-- > 1;) {
      if (has_trait(stack_[i].tag, kHeadingTag)) return pop_to(i);
      if (has_trait(stack_[i].tag, kScopeTag)) return;
    }
  }

  /// Ends the open link. Where blocks begun in it are still open they stay so, for their own end
  /// tags must find them; what follows in them is then no longer link text.
  void end_link() {
    if (live_links_ == 0) return;
    bool blocks = false;
    for (std::size_t i = stack_.size(); i-- > 1;) {
      if (stack_[i].live_link) {
        stack_[i].live_link = false;
        --live_links_;
        if (!blocks) pop_to(i);
        return;
      }
      blocks = blocks || has_trait(stack_[i].tag, kBlockTag);
    }
  }

  // --- text ---------------------------------------------------------------------------------

  void add_text(std::string_view text) {
    const bool blank = is_blank(text);
    if (blank && (after_block_ || !in_body_)) return;
    if (!in_body_ && top() != Tag::Title) ensure_body();
    const auto begin = static_cast<std::uint32_t>(dom_.text_.size());
    append_decoded(dom_.text_, blank ? std::string_view(" ") : text);
    add_node(begin);
    after_block_ = false;
  }

  void append_text_node(std::string_view raw) {
    const auto begin = static_cast<std::uint32_t>(dom_.text_.size());
    dom_.text_ += raw;
    add_node(begin);
  }

  void add_node(std::uint32_t begin) {
    const auto length = static_cast<std::uint32_t>(dom_.text_.size() - begin);
    dom_.nodes_.push_back(
        {Tag::Text, 0, live_links_ > 0, stack_.back().id, dom_.size() + 1, begin, length});
  }

  // --- the stack ----------------------------------------------------------------------------

  [[nodiscard]] Tag top() const { return stack_.back().tag; }

  NodeId push(Tag tag, std::string_view name) {
    // Too deep: what is open there ends, and the new element becomes its sibling.
    if (stack_.size() >= kMaxDepth) pop_to(kMaxDepth - 1);
    const NodeId id = dom_.size();
    const NodeId parent = stack_.empty() ? 0 : stack_.back().id;
    const auto first = static_cast<std::uint32_t>(dom_.attributes_.size());
    dom_.nodes_.push_back({tag, 0, live_links_ > 0, parent, id + 1, first, 0});
    stack_.push_back({id, tag, tag == Tag::A, name});
    ++open_[static_cast<std::size_t>(tag)];
    if (tag == Tag::A) ++live_links_;
    return id;
  }

  void pop_to(std::size_t depth) {
    while (stack_.size() > depth) {
      const Open& open = stack_.back();
      dom_.nodes_[open.id].end = dom_.size();
      --open_[static_cast<std::size_t>(open.tag)];
      if (open.live_link) --live_links_;
      stack_.pop_back();
    }
  }

  void add_attributes(NodeId id, const Token& token) {
    for (const RawAttribute& raw : token.attributes) {
      const auto begin = static_cast<std::uint32_t>(dom_.text_.size());
      append_decoded(dom_.text_, raw.value);
      const auto length = static_cast<std::uint32_t>(dom_.text_.size() - begin);
      if (dom_.nodes_[id].attribute_count == 0) {
        dom_.nodes_[id].begin = static_cast<std::uint32_t>(dom_.attributes_.size());
      }
      dom_.attributes_.push_back({raw.name, begin, length});
      ++dom_.nodes_[id].attribute_count;
    }
  }

  Tokenizer tokenizer_;
  Dom dom_;
  std::vector<Open> stack_;
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::Count_)> open_{};
  int live_links_ = 0;
  bool in_body_ = false;
  bool after_block_ = true;
};

Dom parse(std::string_view html) { return DomBuilder(html.substr(0, kMaxBytes)).build(); }

std::string text_of(const Dom& dom, NodeId id) {
  std::string out;
  for (NodeId i = id; i < dom.node(id).end; ++i) {
    if (dom.tag(i) == Tag::Text) {
      append_folded(out, dom.text(i));
    } else if (dom.tag(i) == Tag::Script) {
      i = dom.node(i).end - 1;
    } else if (has_trait(dom.tag(i), kBlockTag) || dom.tag(i) == Tag::Br) {
      append_folded(out, " ");
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace kiosque::html
