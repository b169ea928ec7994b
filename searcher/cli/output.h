#pragma once

#include <string_view>

#include "common/base/result.h"
#include "searcher/render/terminal/terminal.h"

namespace kiosque::cli {

enum class OutputFormat { Terminal, Json, JsonLines, Rss, Trec };
enum class ColourChoice { Auto, Always, Never };
enum class PagerChoice { Auto, Never };

/// How to show what was found.
struct OutputOptions {
  OutputFormat format = OutputFormat::Terminal;
  ColourChoice colour = ColourChoice::Auto;
  PagerChoice pager = PagerChoice::Auto;
};

/// What standard output is: its width, colours and encoding, under the user's choices.
[[nodiscard]] render::terminal::Style style_of_output(const OutputOptions& options);

/// Prints `text` on standard output; through $PAGER (less -FRX) when it is a terminal, the answer
/// is longer than it, and the user did not say otherwise. A reader that closes the pipe is no
/// error. Errors: Io where the output could not be written.
[[nodiscard]] Status print(std::string_view text, const OutputOptions& options);

/// Prints an error in the user's language, in ASCII where the terminal knows no other letters, and
/// returns the exit status.
int report(const Error& error);

}  // namespace kiosque::cli
