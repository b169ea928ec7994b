#include "common/text/elision.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"

namespace kiosque::text {
namespace {

using namespace std::string_view_literals;

/// Elided before anything.
constexpr std::array kAlways{"d"sv,      "l"sv,      "qu"sv,     "jusqu"sv, "lorsqu"sv,
                             "presqu"sv, "puisqu"sv, "quelqu"sv, "quoiqu"sv};
/// Elided only where French elides: before a vowel, h or y.
constexpr std::array kBeforeVowel{"c"sv, "j"sv, "m"sv, "n"sv, "s"sv, "t"sv};
/// First parts of words that are written with an apostrophe.
constexpr std::array kInside{"aujourd"sv, "entr"sv, "grand"sv, "prud"sv};

/// A part this short on either side makes a name or a foreign genitive, not two words.
constexpr std::size_t kShortPart = 2;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Characters of the word at the start of `text`, counted up to `limit`.
std::size_t word_length(std::string_view text, std::size_t limit) {
  std::size_t length = 0;
  for (std::size_t pos = 0; pos < text.size() && length < limit; ++length) {
    const char32_t c = next_character(text, pos);
    const auto ascii = static_cast<char>(c);
    const bool ends = c < 0x80 && !is_letter(ascii) && !is_digit(ascii);
    if (ends || (c >= 0x2000 && c < 0x2070) || c == 0xA0 || c == 0xBB) break;
  }
  return length;
}

bool starts_with_vowel(std::string_view after) {
  std::size_t pos = 0;
  (void)next_character(after, pos);
  const std::string first = fold(lower_case(after.substr(0, pos)));
  return !first.empty() && "aeiouyh"sv.find(first[0]) != std::string_view::npos;
}

}  // namespace

ApostropheRole read_apostrophe(std::string_view before, std::string_view after) {
  constexpr std::size_t kLongestElided = 12;
  if (before.size() > kLongestElided) {
    return word_length(after, kShortPart + 1) <= kShortPart ? ApostropheRole::Inside
                                                            : ApostropheRole::Between;
  }
  const std::string word = fold(lower_case(before));
  if (word == "presqu" && fold(lower_case(after.substr(0, 4))).starts_with("il")) {
    return ApostropheRole::Inside;  // presqu'île
  }
  if (contains(kAlways, word)) return ApostropheRole::Elision;
  if (contains(kBeforeVowel, word)) {
    return starts_with_vowel(after) ? ApostropheRole::Elision : ApostropheRole::Inside;
  }
  if (contains(kInside, word) || character_count(before) <= kShortPart ||
      word_length(after, kShortPart + 1) <= kShortPart) {
    return ApostropheRole::Inside;
  }
  return ApostropheRole::Between;
}

}  // namespace kiosque::text
