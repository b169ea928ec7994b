#include "common/base/terminal.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "common/base/escape.h"

namespace kiosque {

bool is_terminal(int descriptor) {
  const char* term = std::getenv("TERM");
  return ::isatty(descriptor) == 1 && term != nullptr && std::string_view(term) != "dumb";
}

bool wants_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  return is_terminal(descriptor) && (no_colour == nullptr || *no_colour == '\0');
}

int report_error(std::string_view program, const Error& error) {
  const bool colour = wants_colour(STDERR_FILENO);
  std::cerr << (colour ? "\x1b[1;31m" : "") << program << ':' << (colour ? "\x1b[0m " : " ")
            << safe_for_terminal(error.message) << '\n';
  if (!error.hint.empty()) {
    const std::string margin(program.size() + 2, ' ');
    std::cerr << margin << safe_for_terminal(error.hint) << '\n';
  }
  return exit_status(error.code);
}

}  // namespace kiosque
