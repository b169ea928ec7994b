#pragma once

#include <string_view>
#include <vector>

#include "searcher/engine/page.h"

namespace kiosque::passage {

/// The sentences of a paragraph, without the blanks between them.
///
/// No sentence ends at an abbreviation (M., art., sept.), an initial (J. Dupont), a decimal point,
/// before a lower-case letter, or inside « »; but a quotation of more than kLongQuotation bytes is
/// divided after all.
///
/// REQUIRES: valid UTF-8.
[[nodiscard]] std::vector<engine::Span> split_sentences(std::string_view paragraph);

inline constexpr std::size_t kLongQuotation = 360;

}  // namespace kiosque::passage
