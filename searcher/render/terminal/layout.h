#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/engine/page.h"

namespace kiosque::render::terminal {

/// Columns that text takes on a terminal: 0 for combining marks, 2 for wide characters (UAX #11).
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Bytes [begin, end) of the lines of `text`, broken at spaces so that none is wider than `columns`
/// (a longer word stays whole on its own line). No-break spaces do not break.
[[nodiscard]] std::vector<engine::Span> wrap(std::string_view text, std::size_t columns);

/// For terminals that are not UTF-8: Latin letters without accents, quotes and dashes in ASCII,
/// anything else as "?".
[[nodiscard]] std::string to_ascii(std::string_view text);

}  // namespace kiosque::render::terminal
