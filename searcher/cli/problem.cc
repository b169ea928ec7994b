#include "searcher/cli/problem.h"

#include <cstdlib>

namespace kiosque::cli {

speech::Language user_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') {
      return speech::language_of_locale(value);
    }
  }
  return speech::Language::French;
}

Error error_of(Problem problem, const std::vector<std::string>& arguments,
               speech::Language language) {
  const ProblemText text = text_of(problem, language);
  return {text.code, speech::fill(text.message, arguments), speech::fill(text.hint, arguments)};
}

Error error_of(Problem problem, const std::vector<std::string>& arguments) {
  return error_of(problem, arguments, user_language());
}

}  // namespace kiosque::cli
