#include "indexer/html/text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>

namespace kiosque::html {
namespace {

/// The length of the white space or invisible mark at `text[pos]`; `separates` tells if words end
/// there.
std::size_t blank_length(std::string_view text, std::size_t pos, bool& separates) {
  const auto byte = [&](std::size_t i) {
    return pos + i < text.size() ? static_cast<unsigned char>(text[pos + i]) : 0u;
  };
  const unsigned first = byte(0);
  separates = true;
  if (first <= 0x20) {
    separates = first == ' ' || (first >= 9 && first <= 13);
    return 1;
  }
  if (first == 0x7F) {
    separates = false;
    return 1;
  }
  if (first == 0xC2) {
    separates = byte(1) == 0xA0 || byte(1) == 0x85;
    return byte(1) >= 0x80 && byte(1) <= 0xA0 ? 2 : 0;
  }
  if (first == 0xE2 && byte(1) == 0x80) {
    const unsigned last = byte(2);
    if ((last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9 || last == 0xAF) return 3;
    separates = false;
    const bool mark = (last >= 0x8B && last <= 0x8F) || (last >= 0xAA && last <= 0xAE);
    return mark ? 3 : 0;
  }
  if (first == 0xE2 && byte(1) == 0x81) {
    separates = byte(2) == 0x9F;
    return byte(2) == 0x9F || (byte(2) >= 0xA0 && byte(2) <= 0xAF) ? 3 : 0;
  }
  if (first == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;
  separates = false;
  return first == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
}

bool may_be_blank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 ||
         byte == 0xEF;
}

/// The end of words with single spaces between them, which stay as they are.
std::size_t end_of_words(std::string_view text, std::size_t pos) {
  const std::size_t begin = pos;
  for (; pos < text.size(); ++pos) {
    if (!may_be_blank(text[pos])) continue;
    const bool between_words =
        text[pos] == ' ' && pos > begin && pos + 1 < text.size() && !may_be_blank(text[pos + 1]);
    if (!between_words) break;
  }
  return pos;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  std::size_t pos = 0;
  while (pos < text.size()) {
    const std::size_t start = pos;
    pos = end_of_words(text, pos);
    out += text.substr(start, pos - start);
    if (pos == text.size()) return;
    bool separates = false;
    const std::size_t length = blank_length(text, pos, separates);
    if (length == 0) {
      out += text[pos++];
      continue;
    }
    if (separates && !out.empty() && out.back() != ' ') out += ' ';
    pos += length;
  }
}

std::string fold_space(std::string_view text) {
  std::string out;
  append_folded(out, text);
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string to_nfc(std::string text) {
  // Below U+0300, the first combining mark (CC 80), every text is in form C.
  const bool plain = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0xCC; });
  if (plain) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(text, status)) return text;
  const icu::UnicodeString normal = nfc->normalize(icu::UnicodeString::fromUTF8(text), status);
  if (U_FAILURE(status)) return text;
  std::string out;
  normal.toUTF8String(out);
  return out;
}

}  // namespace kiosque::html
