#pragma once

#include <array>
#include <compare>
#include <cstdint>

namespace kiosque::lexicon {

/// The table of a lexicon, little-endian, each part aligned to 8 bytes:
///
///   Header
///   the forms: a trie of libmarisa, whose keys are forms in lower case
///   for each key, by its number in the trie: the number of its Rule, 16 bits
///   the rules
///   the endings that rules speak of, one after another
struct Header {
  std::array<char, 8> version;  ///< of the content: hexadecimal
  std::uint64_t trie_bytes;
  std::uint64_t keys;
  std::uint64_t rules;
};

/// The readings that many forms have alike. The lemma is the folded form, of which the last `cut`
/// bytes go and an ending comes.
struct Rule {
  static constexpr std::uint8_t kWord = 1;
  static constexpr std::uint8_t kName = 2;
  static constexpr std::uint8_t kAccentsMissing = 4;
  static constexpr std::uint8_t kInflected = 8;
  static constexpr std::uint8_t kFirstName = 16;
  std::uint32_t ending = 0;  ///< where it begins in the endings
  std::uint8_t ending_bytes = 0;
  std::uint8_t cut = 0;
  std::uint8_t flags = 0;
  std::uint8_t unused = 0;  ///< so that no byte of a table is left to chance
  auto operator<=>(const Rule&) const = default;
};

/// `size` rounded up to the next part.
constexpr std::uint64_t aligned(std::uint64_t size) { return (size + 7) / 8 * 8; }

}  // namespace kiosque::lexicon
