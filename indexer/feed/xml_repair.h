#pragma once

#include <string>
#include <string_view>

namespace kiosque::feed {

/// Makes XML of what is nearly XML: escapes a bare '<', closes what is left open, drops end tags
/// that close nothing, quotes attribute values, ends sections cut off. Tags match in any case.
/// Linear; the result always parses.
[[nodiscard]] std::string repair_xml(std::string_view xml);

}  // namespace kiosque::feed
