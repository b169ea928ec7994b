#include "common/base/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace kiosque {
namespace {

/// Decodes one character; negative where the bytes are ill-formed (`pos` then stands behind them).
std::int32_t decode(std::string_view text, std::size_t& pos) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto index = static_cast<std::int64_t>(pos);
  const auto length = static_cast<std::int64_t>(text.size());
  UChar32 character = -1;
  U8_NEXT(bytes, index, length, character);
  pos = static_cast<std::size_t>(index);
  return character;
}

/// The end of the well-formed text that begins at `pos`. Bytes of ASCII are passed by the eight.
std::size_t end_of_valid(std::string_view text, std::size_t pos) noexcept {
  while (pos < text.size()) {
    std::uint64_t eight = 0;
    if (text.size() - pos >= sizeof eight) {
      std::memcpy(&eight, text.data() + pos, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        pos += sizeof eight;
        continue;
      }
    }
    if (static_cast<unsigned char>(text[pos]) < 0x80) {
      ++pos;
      continue;
    }
    const std::size_t begin = pos;
    if (decode(text, pos) < 0) return begin;
  }
  return pos;
}

}  // namespace

bool is_utf8(std::string_view text) noexcept { return end_of_valid(text, 0) == text.size(); }

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = end_of_valid(text, pos);
    valid += text.substr(pos, end - pos);
    pos = end;
    if (pos == text.size()) break;
    (void)decode(text, pos);
    valid += "\xEF\xBF\xBD";
  }
  return valid;
}

char32_t next_character(std::string_view text, std::size_t& pos) noexcept {
  const std::int32_t character = decode(text, pos);
  return character < 0 ? U'\uFFFD' : static_cast<char32_t>(character);
}

void append_utf8(std::string& text, char32_t character) {
  const auto c = static_cast<std::uint32_t>(character);
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t character_count(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

}  // namespace kiosque
