#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kiosque::passage {

/// Where the sentence [begin, end) of a paragraph may be cut: its ends, and behind plain spaces,
/// but not inside short « », nor next to a dash or before the marks that French sets off.
[[nodiscard]] std::vector<std::uint32_t> cut_points(std::string_view paragraph, std::uint32_t begin,
                                                    std::uint32_t end);

/// The end of bytes [begin, end) of `text` without the space and comma it may end in.
[[nodiscard]] std::uint32_t trimmed_end(std::string_view text, std::uint32_t begin,
                                        std::uint32_t end);

}  // namespace kiosque::passage
