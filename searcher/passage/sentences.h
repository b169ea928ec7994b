#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/passage/marked_text.h"

namespace kiosque::passage {

/// The sentences of a paragraph, without the blanks between them.
///
/// No sentence ends at an abbreviation (M., art., sept.), an initial (J. Dupont), a decimal point,
/// before a lower-case letter, or inside « »; but a quotation of more than kLongQuotation bytes is
/// divided after all.
///
/// REQUIRES: valid UTF-8.
[[nodiscard]] std::vector<Span> split_sentences(std::string_view paragraph);

inline constexpr std::size_t kLongQuotation = 360;

/// Where the sentence [begin, end) of a paragraph may be cut: its ends, and behind plain spaces,
/// but not inside short « », nor next to a dash or before the marks that French sets off.
[[nodiscard]] std::vector<std::uint32_t> cut_points(std::string_view paragraph, std::uint32_t begin,
                                                    std::uint32_t end);

/// The end of bytes [begin, end) of `text` without the space and comma it may end in.
[[nodiscard]] std::uint32_t trimmed_end(std::string_view text, std::uint32_t begin,
                                        std::uint32_t end);

}  // namespace kiosque::passage
