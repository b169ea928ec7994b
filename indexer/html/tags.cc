#include "indexer/html/tags.h"

#include <array>
#include <cstddef>
#include <initializer_list>

#include "common/base/ascii.h"

namespace kiosque::html {
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
    "aria-hidden", "class", "content",  "datetime", "hidden", "href",  "id",    "itemprop",
    "lang",        "name",  "property", "rel",      "role",   "style", "title", "type",
};

constexpr auto kTraits = [] {
  using enum Tag;
  std::array<std::uint16_t, kTagCount> all{};
  const auto set = [&all](std::uint16_t traits, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) all[static_cast<std::size_t>(tag)] = traits;
  };
  set(kVoidTag, {Base, Br, Col, Embed, Img, Input, Link, Meta, Param, Source, Track, Wbr});
  set(kVoidTag | kBlockTag | kClosesPTag, {Hr});
  set(kRawTextTag, {Iframe, Noembed, Noframes, Noscript, Script, Style, Textarea, Title, Svg});
  set(kRawTextTag | kBlockTag | kClosesPTag, {Xmp});
  set(kBlockTag | kClosesPTag | kHeadingTag, {H1, H2, H3, H4, H5, H6});
  set(kBlockTag | kClosesPTag,
      {Address,    Article, Aside,  Blockquote, Center,  Details, Dialog, Div,  Dl,  Fieldset,
       Figcaption, Figure,  Footer, Form,       Header,  Hgroup,  Main,   Menu, Nav, Ol,
       P,          Pre,     Search, Section,    Summary, Ul,      Dd,     Dt,   Li});
  set(kBlockTag | kClosesPTag | kScopeTag, {Table});
  set(kBlockTag, {Tr, Tbody, Thead, Tfoot, Option, Legend, Optgroup});
  set(kBlockTag | kScopeTag, {Td, Th, Caption, Html, Body, Template});
  set(kScopeTag, {Object});
  return all;
}();

constexpr std::size_t kSlots = 512;
constexpr std::size_t kLongestName = 11;

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

template <std::size_t N>
std::size_t find(std::string_view name, const std::array<std::string_view, N>& names,
                 const std::array<std::uint8_t, kSlots>& index) {
  if (name.empty() || name.size() > kLongestName) return N;
  for (std::size_t slot = hash(name); index[slot] != 0xFF; slot = (slot + 1) % kSlots) {
    if (equals_ignoring_case(name, names[index[slot]])) return index[slot];
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

}  // namespace kiosque::html
