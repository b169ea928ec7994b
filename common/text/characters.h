#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kiosque::text {

/// What a character is to the tokenizer.
enum class CharacterKind : std::uint8_t {
  Separator,
  Letter,  ///< also combining marks
  Digit,
  Ideograph,   ///< Han and kana: a word each
  Apostrophe,  ///< ' ’ ‘ ʼ ′ ` ´ ＇
  MiddleDot,   ///< · • ‧ ⋅ : inclusive writing
  Space,       ///< also no-break ones: may group thousands
  Invisible,   ///< soft hyphen, joiners, byte order mark: part of a word, but not of its spelling
  Mark,        ///< ASCII punctuation the tokenizer looks at one by one: . , & ( - and others
};

/// A character, read at a place of a text.
struct Character {
  CharacterKind kind = CharacterKind::Separator;
  char ascii = 0;       ///< the character itself if it is ASCII
  std::size_t end = 0;  ///< where the next one begins
};

/// Reads the character at `text[pos]`. The end of the text, ill-formed bytes: a Separator.
[[nodiscard]] Character read_character(std::string_view text, std::size_t pos) noexcept;

}  // namespace kiosque::text
