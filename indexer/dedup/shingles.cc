#include "indexer/dedup/shingles.h"

#include <algorithm>
#include <cstddef>

namespace kiosque {
namespace {

// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv): words are short.
constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325;
constexpr std::uint64_t kFnvPrime = 0x100000001b3;

/// The byte as it counts in a word: ASCII letters in lower case; 0 for what separates words.
constexpr unsigned char word_byte(unsigned char byte) {
  if (byte >= 'A' && byte <= 'Z') return static_cast<unsigned char>(byte + 32);
  const bool in_word = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
  return in_word ? byte : 0;
}

/// Bytes of the typographic mark or space at `text[i]`, 0 for anything else: U+0080 to U+00BF
/// (no-break space, « ») and U+2000 to U+203F (narrow spaces, dashes, curly quotes, ellipsis). One
/// paper prints l’eau, the other l'eau.
std::size_t mark_length(std::string_view text, std::size_t i) {
  if (text[i] == '\xC2') return std::min<std::size_t>(2, text.size() - i);
  const bool general = text[i] == '\xE2' && i + 1 < text.size() && text[i + 1] == '\x80';
  return general ? std::min<std::size_t>(3, text.size() - i) : 0;
}

}  // namespace

void append_words(std::string_view text, std::vector<std::uint64_t>& words) {
  std::uint64_t hash = kFnvBasis;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t mark = mark_length(text, i);
    const unsigned char byte = mark > 0 ? 0 : word_byte(static_cast<unsigned char>(text[i]));
    if (mark > 0) i += mark - 1;
    if (byte != 0) {
      hash = (hash ^ byte) * kFnvPrime;
    } else if (hash != kFnvBasis) {
      words.push_back(hash);
      hash = kFnvBasis;
    }
  }
  if (hash != kFnvBasis) words.push_back(hash);
}

}  // namespace kiosque
