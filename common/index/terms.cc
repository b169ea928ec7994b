#include "common/index/terms.h"

#include "common/index/schema.h"

namespace kiosque::index {

std::string stem_term(const text::Token& token) {
  std::string term(prefix::kStem);
  return term += token.stem;
}

FormCode form_code(const text::Token& token) noexcept {
  return has_forms(token) ? form_code(token.exact, token.stem) : FormCode{0};
}

bool has_forms(const text::Token& token) noexcept {
  const char first = token.exact.empty() ? '0' : token.exact.front();
  return !token.stop_word && (first < '0' || first > '9');
}

}  // namespace kiosque::index
