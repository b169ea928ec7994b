#pragma once

#include <cstdint>
#include <string_view>

namespace kiosque::html {

/// What a node of a page is. `Text` is a run of characters; every element that no rule of ours
/// speaks of is `Other`.
// clang-format off
enum class Tag : std::uint8_t {
  Text, Other,
  A, Abbr, Address, Article, Aside, Audio, B, Base, Blockquote, Body, Br, Button, Canvas, Caption,
  Center, Cite, Code, Col, Dd, Del, Details, Dialog, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption,
  Figure, Font, Footer, Form, Frameset, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I,
  Iframe, Img, Input, Ins, Label, Legend, Li, Link, Main, Map, Menu, Meta, Nav, Noembed, Noframes,
  Noscript, Object, Ol, Optgroup, Option, P, Param, Picture, Pre, Q, S, Script, Search, Section,
  Select, Small, Source, Span, Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td, Template,
  Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track, U, Ul, Video, Wbr, Xmp,
  Count_,
};
// clang-format on

/// The tag of an element's name, in any case; `Other` for names not listed.
[[nodiscard]] Tag tag_of_name(std::string_view name) noexcept;

/// Its name in lower case; "#text" and "other" for the two that are none.
[[nodiscard]] std::string_view tag_name(Tag tag) noexcept;

/// Traits of a tag, as bits (HTML Living Standard, 13.1.2 and 13.2.4.2, as far as they change what
/// a reader sees).
enum TagTrait : std::uint16_t {
  kVoidTag = 1,     ///< has no content and no end tag
  kRawTextTag = 2,  ///< its content is no markup: script, style …
  kBlockTag = 4,    ///< begins a new line
  kClosesPTag = 8,  ///< its start ends an open paragraph
  kScopeTag = 16,   ///< an end tag within does not close what is open without
  kHeadingTag = 32,
};
[[nodiscard]] bool has_trait(Tag tag, TagTrait trait) noexcept;

/// Attributes that some rule of ours reads; all others are dropped while parsing.
// clang-format off
enum class Attr : std::uint8_t {
  AriaHidden, Class, Content, Datetime, Hidden, Href, Id, Itemprop, Lang, Name, Property, Rel, Role,
  Style, Title, Type,
  None,
};
// clang-format on

/// The attribute of a name, in any case; `None` for names not listed.
[[nodiscard]] Attr attr_of_name(std::string_view name) noexcept;

}  // namespace kiosque::html
