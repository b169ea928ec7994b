#include "searcher/cli/output.h"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "common/base/files.h"
#include "common/base/terminal.h"
#include "searcher/cli/problem.h"
#include "searcher/speech/error_text.h"

namespace kiosque::cli {
namespace {

struct WindowSize {
  std::size_t columns = 0;  // unknown: lines are not broken
  std::size_t rows = 0;
};

WindowSize window_size() {
  WindowSize size;
  winsize window{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0) {
    return {window.ws_col, window.ws_row};
  }
  if (const char* columns = std::getenv("COLUMNS"); columns != nullptr) {
    const std::string_view text = columns;
    std::size_t value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec == std::errc() && value > 0) size.columns = value;
  }
  return size;
}

bool is_utf8_locale() {
  if (std::setlocale(LC_CTYPE, "") != nullptr) {
    return std::string_view(::nl_langinfo(CODESET)) == "UTF-8";
  }
  // A locale that this machine does not have, as ssh brings them along: its name is all there is.
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') {
      const std::string_view locale = value;
      return locale.find("UTF-8") != locale.npos || locale.find("utf8") != locale.npos;
    }
  }
  return false;
}

/// Shows `text` in the user's pager; false if there is none to be had.
bool page_through(std::string_view text) {
  const char* pager = std::getenv("PAGER");
  const std::string command = pager != nullptr ? pager : "less";
  if (command.empty() || command == "cat") return false;
  ::setenv("LV", "-c", /*overwrite=*/0);
  ::setenv("LESS", "FRX", /*overwrite=*/0);
  ::setenv("LESSCHARSET", "utf-8", /*overwrite=*/0);
  FILE* pipe = ::popen(command.c_str(), "w");
  if (pipe == nullptr) return false;
  (void)write_all(::fileno(pipe), text);  // who leaves a pager has read enough
  const int status = ::pclose(pipe);
  constexpr int kCommandNotFound = 127;
  return !(WIFEXITED(status) && WEXITSTATUS(status) == kCommandNotFound);
}

}  // namespace

render::terminal::Style style_of_output(const OutputOptions& options) {
  const bool colour = options.colour == ColourChoice::Always ||
                      (options.colour == ColourChoice::Auto && wants_colour(STDOUT_FILENO));
  return {window_size().columns, colour, colour && is_terminal(STDOUT_FILENO), is_utf8_locale()};
}

Status print(std::string_view text, const OutputOptions& options) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  const bool page = options.pager == PagerChoice::Auto && is_terminal(STDOUT_FILENO) &&
                    lines >= window_size().rows;
  if (page && page_through(text)) return Ok{};
  if (write_all(STDOUT_FILENO, text) || errno == EPIPE) return Ok{};  // or the reader left
  return error_of(Problem::AnswerUnwritten);
}

int report(const Error& error) {
  const speech::Language language = user_language();
  Error said = speech::in_language(error, language);
  if (language == speech::Language::French && !style_of_output({}).unicode) {
    said.message = render::terminal::to_ascii(said.message);
    said.hint = render::terminal::to_ascii(said.hint);
  }
  return report_error("searcher", said);
}

}  // namespace kiosque::cli
