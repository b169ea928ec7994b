#include "common/index/terms.h"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/index/schema.h"
#include "common/text/fold.h"

namespace kiosque::index {
namespace {

/// Xapian's limit on a term (245 bytes); every zero byte counts twice, and text holds none.
constexpr std::size_t kLongestTerm = 245;

}  // namespace

std::string stem_term(std::string_view stem) { return std::string(prefix::kStem).append(stem); }

std::string stem_term(const text::Token& token) { return stem_term(token.stem); }

std::vector<std::string> stem_terms(const text::Token& token) {
  std::vector<std::string> terms{stem_term(token)};
  if (!token.also.empty()) terms.push_back(stem_term(token.also));
  return terms;
}

FormCode form_code(const text::Token& token) noexcept {
  return has_forms(token) ? form_code(token.exact, token.stem) : FormCode{0};
}

bool has_forms(const text::Token& token) noexcept {
  const char first = token.exact.empty() ? '0' : token.exact.front();
  return !token.stop_word && (first < '0' || first > '9');
}

std::string unique_term(std::string_view canonical_url) {
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, XXH3_128bits(canonical_url.data(), canonical_url.size()));
  return fmt::format("{}{:02x}", prefix::kUnique, fmt::join(bytes.digest, ""));
}

std::string acronym_term(std::string_view folded_acronym, std::string_view name) {
  std::string term(prefix::kAcronym);
  term += folded_acronym;
  term += '\x1F';
  return term += name;
}

std::string value_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  const std::string folded = text::fold(text::lower_case(value));
  for (const char c : folded) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
    if (!space) {
      term += c;
    } else if (term.size() > prefix.size() && term.back() != ' ') {
      term += ' ';
    }
  }
  if (term.size() > kLongestTerm) {
    std::size_t end = kLongestTerm;
    while ((static_cast<unsigned char>(term[end]) & 0xC0) == 0x80) --end;
    term.resize(end);
  }
  while (term.size() > prefix.size() && term.back() == ' ') term.pop_back();
  return term;
}

}  // namespace kiosque::index
