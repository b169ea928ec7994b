#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/html/dom.h"
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
[[nodiscard]] std::string_view zone_name(Zone zone) noexcept;

/// The bytes of running text (text nodes of some length outside links) before each node, so that
/// those of a subtree are a difference: mass[end] - mass[n]. One longer than the page has nodes.
[[nodiscard]] std::vector<std::uint32_t> running_text(const html::Dom& dom);

/// What zones are told by.
enum class ZoneSigns { TagsAndClasses, Tags };

/// The zone of each node; those within a zone inherit it. A class that names a zone is not believed
/// where the element holds so much of the page's running text that it must be the article.
[[nodiscard]] std::vector<std::uint8_t> find_zones(const html::Dom& dom,
                                                   const std::vector<std::uint32_t>& mass,
                                                   ZoneSigns signs);

}  // namespace kiosque::extract::text
