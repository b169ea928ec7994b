#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace kiosque {

/// True if `descriptor` is a terminal that understands escape sequences (TERM is not "dumb").
[[nodiscard]] bool is_terminal(int descriptor);

/// True if text to `descriptor` should be coloured: a terminal, and NO_COLOR (no-color.org) is not
/// set.
[[nodiscard]] bool wants_colour(int descriptor);

/// Prints "PROGRAM: message" and, indented, the hint on standard error (red on a terminal), and
/// returns the exit status of the error. Safe for hostile text.
int report_error(std::string_view program, const Error& error);

}  // namespace kiosque
