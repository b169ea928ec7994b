#include "indexer/html/tags.h"

#include <array>
#include <cstddef>

namespace kiosque {
namespace {

constexpr auto kTagCount = static_cast<std::size_t>(Tag::Count_);

// In the order of the enumeration.
constexpr std::array<std::string_view, kTagCount> kTagNames = {
    "#text",  "other",  "a",          "abbr",     "address", "article",  "aside",      "audio",
    "b",      "base",   "blockquote", "body",     "br",      "button",   "canvas",     "caption",
    "center", "cite",   "code",       "col",      "dd",      "del",      "details",    "dialog",
    "div",    "dl",     "dt",         "em",       "embed",   "fieldset", "figcaption", "figure",
    "font",   "footer", "form",       "frameset", "h1",      "h2",       "h3",         "h4",
    "h5",     "h6",     "head",       "header",   "hgroup",  "hr",       "html",       "i",
    "iframe", "img",    "input",      "ins",      "label",   "legend",   "li",         "link",
    "main",   "map",    "menu",       "meta",     "nav",     "noembed",  "noframes",   "noscript",
    "object", "ol",     "optgroup",   "option",   "p",       "param",    "picture",    "pre",
    "q",      "s",      "script",     "search",   "section", "select",   "small",      "source",
    "span",   "strong", "style",      "sub",      "summary", "sup",      "svg",        "table",
    "tbody",  "td",     "template",   "textarea", "tfoot",   "th",       "thead",      "time",
    "title",  "tr",     "track",      "u",        "ul",      "video",    "wbr",        "xmp",
};

constexpr std::array<std::string_view, static_cast<std::size_t>(Attr::None)> kAttrNames = {
    "aria-hidden", "aria-label", "charset",  "class",  "content", "data",
    "data-testid", "data-type",  "datetime", "hidden", "href",    "http-equiv",
    "id",          "itemprop",   "itemtype", "lang",   "name",    "property",
    "pubdate",     "rel",        "role",     "style",  "title",   "type",
};

constexpr std::uint16_t traits_of(Tag tag) {
  switch (tag) {
    case Tag::Base:
    case Tag::Br:
    case Tag::Col:
    case Tag::Embed:
    case Tag::Img:
    case Tag::Input:
    case Tag::Link:
    case Tag::Meta:
    case Tag::Param:
    case Tag::Source:
    case Tag::Track:
    case Tag::Wbr:
      return kVoidTag;
    case Tag::Hr:
      return kVoidTag | kBlockTag | kClosesPTag;
    case Tag::Iframe:
    case Tag::Noembed:
    case Tag::Noframes:
    case Tag::Noscript:
    case Tag::Script:
    case Tag::Style:
    case Tag::Textarea:
    case Tag::Title:
    case Tag::Svg:
      return kRawTextTag;
    case Tag::Xmp:
      return kRawTextTag | kBlockTag | kClosesPTag;
    case Tag::H1:
    case Tag::H2:
    case Tag::H3:
    case Tag::H4:
    case Tag::H5:
    case Tag::H6:
      return kBlockTag | kClosesPTag | kHeadingTag;
    case Tag::Address:
    case Tag::Article:
    case Tag::Aside:
    case Tag::Blockquote:
    case Tag::Center:
    case Tag::Details:
    case Tag::Dialog:
    case Tag::Div:
    case Tag::Dl:
    case Tag::Fieldset:
    case Tag::Figcaption:
    case Tag::Figure:
    case Tag::Footer:
    case Tag::Form:
    case Tag::Header:
    case Tag::Hgroup:
    case Tag::Main:
    case Tag::Menu:
    case Tag::Nav:
    case Tag::Ol:
    case Tag::P:
    case Tag::Pre:
    case Tag::Search:
    case Tag::Section:
    case Tag::Summary:
    case Tag::Ul:
    case Tag::Dd:
    case Tag::Dt:
    case Tag::Li:
      return kBlockTag | kClosesPTag;
    case Tag::Table:
      return kBlockTag | kClosesPTag | kScopeTag;
    case Tag::Td:
    case Tag::Th:
    case Tag::Caption:
      return kBlockTag | kScopeTag;
    case Tag::Tr:
    case Tag::Tbody:
    case Tag::Thead:
    case Tag::Tfoot:
    case Tag::Option:
    case Tag::Legend:
    case Tag::Optgroup:
      return kBlockTag;
    case Tag::Html:
    case Tag::Body:
    case Tag::Template:
      return kBlockTag | kScopeTag;
    case Tag::Object:
      return kScopeTag;
    case Tag::B:
    case Tag::Code:
    case Tag::Em:
    case Tag::Font:
    case Tag::I:
    case Tag::S:
    case Tag::Small:
    case Tag::Span:
    case Tag::Strong:
    case Tag::U:
    case Tag::Sub:
    case Tag::Sup:
    case Tag::Abbr:
    case Tag::Cite:
    case Tag::Q:
    case Tag::Ins:
    case Tag::Del:
    case Tag::Time:
      return kFormattingTag;
    default:
      return 0;
  }
}

constexpr auto kTraits = [] {
  std::array<std::uint16_t, kTagCount> traits{};
  for (std::size_t i = 0; i < kTagCount; ++i) traits[i] = traits_of(static_cast<Tag>(i));
  return traits;
}();

constexpr std::size_t kSlots = 512;
constexpr std::size_t kLongestName = 11;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr std::size_t hash(std::string_view name) {
  std::size_t value = name.size();
  for (const char c : name) value = value * 31 + static_cast<unsigned char>(lower(c));
  return (value ^ (value >> 9)) % kSlots;
}

/// Open-addressed hash table from names to their place in `names`, made while compiling.
template <std::size_t N>
constexpr std::array<std::uint8_t, kSlots> make_index(
    const std::array<std::string_view, N>& names) {
  std::array<std::uint8_t, kSlots> index{};
  for (auto& slot : index) slot = 0xFF;
  for (std::size_t i = 0; i < N; ++i) {
    std::size_t slot = hash(names[i]);
    while (index[slot] != 0xFF) slot = (slot + 1) % kSlots;
    index[slot] = static_cast<std::uint8_t>(i);
  }
  return index;
}

constexpr auto kTagIndex = make_index(kTagNames);
constexpr auto kAttrIndex = make_index(kAttrNames);

bool same_name(std::string_view name, std::string_view listed) {
  if (name.size() != listed.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(name[i]) != listed[i]) return false;
  }
  return true;
}

template <std::size_t N>
std::size_t find(std::string_view name, const std::array<std::string_view, N>& names,
                 const std::array<std::uint8_t, kSlots>& index) {
  if (name.empty() || name.size() > kLongestName) return N;
  for (std::size_t slot = hash(name); index[slot] != 0xFF; slot = (slot + 1) % kSlots) {
    if (same_name(name, names[index[slot]])) return index[slot];
  }
  return N;
}

}  // namespace

Tag tag_of_name(std::string_view name) noexcept {
  const std::size_t found = find(name, kTagNames, kTagIndex);
  return found < 2 || found == kTagCount ? Tag::Other : static_cast<Tag>(found);
}

std::string_view tag_name(Tag tag) noexcept { return kTagNames[static_cast<std::size_t>(tag)]; }

bool has_trait(Tag tag, TagTrait trait) noexcept {
  return (kTraits[static_cast<std::size_t>(tag)] & trait) != 0;
}

Attr attr_of_name(std::string_view name) noexcept {
  return static_cast<Attr>(find(name, kAttrNames, kAttrIndex));
}

}  // namespace kiosque
