#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/html/segments.h"

namespace kiosque::extract::text {

/// What part of a page an element belongs to, as far as its tag, role and class tell.
enum class Zone : std::uint8_t {
  Content,
  Navigation,
  Aside,
  Footer,
  Form,
  Caption,
  Related,
  Share,
  Newsletter,
  Byline,
  Comments,
  Advert,
  Tags,
  Consent,
  Invisible = html::kInvisibleZone,
};

/// "related links", "caption" …: for people who ask why a block was dropped.
[[nodiscard]] constexpr std::string_view zone_name(Zone zone) noexcept {
  constexpr std::string_view kNames[] = {
      "content",     "navigation", "aside",  "footer",   "form",   "caption", "related links",
      "share links", "newsletter", "byline", "comments", "advert", "tags",    "consent"};
  return zone == Zone::Invisible ? "hidden" : kNames[static_cast<std::size_t>(zone)];
}

/// What the class and id of an element say of it.
struct ClassHints {
  Zone zone = Zone::Content;
  bool body = false;        ///< names the text of an article: "article-body", "entryContent"
  bool main = false;        ///< names the main column: "main", "content"
  bool standfirst = false;  ///< names the lead: "chapo", "standfirst"
};

}  // namespace kiosque::extract::text
