#include "common/base/escape.h"

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace kiosque {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

constexpr bool is_allowed_in_xml(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

constexpr bool steers_terminal(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) || is_bidi_control(c);
}

/// RFC 3986, section 2.3.
constexpr bool is_unreserved(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    const char32_t c = next_character(text, pos);
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        if (c == U'\uFFFD') {
          escaped += kReplacement;
        } else if (is_allowed_in_xml(c)) {
          escaped += text.substr(start, pos - start);
        }
    }
  }
  return escaped;
}

std::optional<char> escaped_byte(std::string_view text) noexcept {
  if (text.size() < 3 || text[0] != '%') return std::nullopt;
  const int high = hex_value(text[1]);
  const int low = hex_value(text[2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

void append_escaped(std::string& text, char byte) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  text += '%';
  text += kHex[value >> 4];
  text += kHex[value & 0xF];
}

std::string escape_url(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() * 2);
  for (const char c : text) {
    if (is_unreserved(c)) {
      escaped += c;
    } else {
      append_escaped(escaped, c);
    }
  }
  return escaped;
}

std::string unescape_url(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = escaped_byte(text.substr(i));
    bytes += byte.value_or(text[i]);
    if (byte) i += 2;
  }
  return bytes;
}

std::string normalise_escapes(std::string_view text) {
  std::string normal;
  normal.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = escaped_byte(text.substr(i));
    const char c = byte.value_or(text[i]);
    if (byte) i += 2;
    if (byte ? is_unreserved(c) : c > ' ' && c < '\x7F') {
      normal += c;
    } else {
      append_escaped(normal, c);
    }
  }
  return normal;
}

std::string safe_for_terminal(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    const char32_t c = next_character(text, pos);
    if (c == U'\uFFFD' || steers_terminal(c)) {
      safe += kReplacement;
    } else {
      safe += text.substr(start, pos - start);
    }
  }
  return safe;
}

}  // namespace kiosque
