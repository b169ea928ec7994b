#pragma once

#include <cstdint>
#include <vector>

#include "indexer/html/html.h"

namespace kiosque::extract::text {

/// The bytes of running text (text nodes of some length outside links) before each node, so that
/// those of a subtree are a difference: mass[end] - mass[n]. One longer than the page has nodes.
[[nodiscard]] std::vector<std::uint32_t> running_text(const html::Dom& dom);

/// What zones are detected by.
enum class ZoneSigns { TagsAndClasses, Tags };

/// The zone of each node; those within a zone inherit it. A class that names a zone is not believed
/// where the element holds so much of the page's running text that it must be the article.
[[nodiscard]] std::vector<std::uint8_t> find_zones(const html::Dom& dom,
                                                   const std::vector<std::uint32_t>& mass,
                                                   ZoneSigns signs);

}  // namespace kiosque::extract::text
