#pragma once

#include <string_view>

#include "indexer/extract/text/zone.h"

namespace kiosque::extract::text {

/// Reads a class or id attribute. It is cut into words at punctuation and capitals, and each word
/// and each pair of neighbours is looked up, so that one entry ("readmore") meets "read-more",
/// "readMore" and "read_more".
[[nodiscard]] ClassHints read_class(std::string_view attribute);

}  // namespace kiosque::extract::text
