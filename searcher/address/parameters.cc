#include "searcher/address/parameters.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/escape.h"
#include "common/base/utf8.h"

namespace kiosque::address {
namespace {

// 0x80 to 0x9F of Windows-1252; 0 where it has no character.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const bool special = code >= 0x80 && code < 0xA0;
    const char32_t character = special ? kWindows1252.at(code - 0x80) : code;
    append_utf8(text, character == 0 && special ? U'\uFFFD' : character);
  }
  return text;
}

/// A form's value: its spaces are written "+".
std::string form_decoded(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '+', ' ');
  return unescape_url(spaced);
}

bool is_blank(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

std::string to_nfc(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return text;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  nfc->normalizeUTF8(0, text, sink, nullptr, error);
  return U_FAILURE(error) ? text : normal;
}

}  // namespace

std::string clean_text(std::string_view bytes) {
  const std::string text = is_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
  std::string clean;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t character = next_character(text, pos);
    if (is_blank(character)) {
      clean += ' ';
    } else if (!is_control(character)) {
      append_utf8(clean, character);
    }
  }
  return to_nfc(std::string(trim(clean)));
}

Parameters parse_parameters(std::string_view query_string) {
  Parameters parameters;
  for (const std::string_view pair : split(query_string, '&')) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    std::string name = clean_text(form_decoded(pair.substr(0, equals)));
    parameters[std::move(name)] = clean_text(form_decoded(pair.substr(equals + 1)));
  }
  return parameters;
}

}  // namespace kiosque::address
