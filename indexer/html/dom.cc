#include "indexer/html/dom.h"

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

/// The length of the white space or invisible mark at `text[pos]`; `visible` tells if it separates.
std::size_t blank_length(std::string_view text, std::size_t pos, bool& separates) {
  const auto byte = [&](std::size_t i) {
    return pos + i < text.size() ? static_cast<unsigned char>(text[pos + i]) : 0u;
  };
  const unsigned first = byte(0);
  separates = true;
  if (first <= 0x20) {
    separates = first == ' ' || (first >= 9 && first <= 13);
    return 1;
  }
  if (first == 0x7F) {
    separates = false;
    return 1;
  }
  if (first == 0xC2) {
    separates = byte(1) == 0xA0 || byte(1) == 0x85;
    return byte(1) >= 0x80 && byte(1) <= 0xA0 ? 2 : 0;
  }
  if (first == 0xE2 && byte(1) == 0x80) {
    const unsigned last = byte(2);
    if ((last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9 || last == 0xAF) return 3;
    separates = false;
    const bool mark = (last >= 0x8B && last <= 0x8F) || (last >= 0xAA && last <= 0xAE);
    return mark ? 3 : 0;
  }
  if (first == 0xE2 && byte(1) == 0x81) {
    separates = byte(2) == 0x9F;
    return byte(2) == 0x9F || (byte(2) >= 0xA0 && byte(2) <= 0xAF) ? 3 : 0;
  }
  if (first == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;
  separates = false;
  return first == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
}

bool may_be_blank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 ||
         byte == 0xEF;
}

/// The end of words with single spaces between them, which stay as they are.
std::size_t end_of_words(std::string_view text, std::size_t pos) {
  const std::size_t begin = pos;
  for (; pos < text.size(); ++pos) {
    if (!may_be_blank(text[pos])) continue;
    const bool between_words =
        text[pos] == ' ' && pos > begin && pos + 1 < text.size() && !may_be_blank(text[pos + 1]);
    if (!between_words) break;
  }
  return pos;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  std::size_t pos = 0;
  while (pos < text.size()) {
    const std::size_t start = pos;
    pos = end_of_words(text, pos);
    out += text.substr(start, pos - start);
    if (pos == text.size()) return;
    bool separates = false;
    const std::size_t length = blank_length(text, pos, separates);
    if (length == 0) {
      out += text[pos++];
      continue;
    }
    if (separates && !out.empty() && out.back() != ' ') out += ' ';
    pos += length;
  }
}

std::string fold_space(std::string_view text) {
  std::string out;
  append_folded(out, text);
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

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
