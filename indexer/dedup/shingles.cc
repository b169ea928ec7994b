#include "indexer/dedup/shingles.h"

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

}  // namespace

void append_words(std::string_view text, std::vector<std::uint64_t>& words) {
  std::uint64_t hash = kFnvBasis;
  for (const char c : text) {
    if (const unsigned char byte = word_byte(static_cast<unsigned char>(c)); byte != 0) {
      hash = (hash ^ byte) * kFnvPrime;
    } else if (hash != kFnvBasis) {
      words.push_back(hash);
      hash = kFnvBasis;
    }
  }
  if (hash != kFnvBasis) words.push_back(hash);
}

}  // namespace kiosque
