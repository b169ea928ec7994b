#include "common/index/terms.h"

#include "common/index/schema.h"

namespace kiosque {

std::string stem_term(const Token& token) {
  std::string term(prefix::kStem);
  return term += token.stem;
}

std::string exact_term(const Token& token) {
  if (!has_exact_term(token)) return stem_term(token);
  std::string term(prefix::kExact);
  return term += token.exact;
}

bool has_exact_term(const Token& token) noexcept {
  const char first = token.exact.empty() ? '0' : token.exact.front();
  return !token.stop_word && (first < '0' || first > '9');
}

}  // namespace kiosque
