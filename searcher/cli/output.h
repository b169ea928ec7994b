#pragma once

#include <string_view>

#include "searcher/cli/options.h"
#include "searcher/render/terminal/terminal.h"

namespace kiosque::cli {

/// What standard output is: its width, colours and encoding, under the user's choices.
[[nodiscard]] render::terminal::Style style_of_output(const OutputOptions& options);

/// Prints `text` on standard output; through $PAGER (less -FRX) when it is a terminal, the answer
/// is longer than it, and the user did not say otherwise. A reader that closes the pipe is no
/// error. Returns the exit status: kExitOk, or kExitError where the output could not be written.
int print(std::string_view text, const OutputOptions& options);

}  // namespace kiosque::cli
