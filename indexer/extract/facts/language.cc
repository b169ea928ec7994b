#include <cstdio>  // before CLD2, whose header uses FILE

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indexer/extract/facts/facts.h"
#include "indexer/extract/text/words.h"

namespace kiosque::extract::facts {
namespace {

/// More text than this makes no answer better.
constexpr std::size_t kEnoughBytes = 2000;

/// Percent of a text that make its language.
constexpr int kMost = 50;

std::string two_letters(std::string_view code) {
  const std::string low = text::lower(code.substr(0, code.find_first_of("-_")));
  return low.size() == 2 ? low : std::string();
}

}  // namespace

std::string find_language(std::string_view text, std::string_view declared) {
  const std::string hint = two_letters(declared);
  std::size_t length = std::min(text.size(), kEnoughBytes);
  while (length < text.size() && length > 0 && (text[length] & 0xC0) == 0x80) --length;
  CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  if (!hint.empty()) hints.content_language_hint = hint.c_str();
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language found = CLD2::ExtDetectLanguageSummary(
      text.data(), static_cast<int>(length), /*is_plain_text=*/true, &hints, /*flags=*/0,
      languages.data(), percents.data(), scores.data(), nullptr, &bytes, &reliable);
  // Its summary takes English beside another language for boilerplate; here that is gone already.
  const CLD2::Language most = percents[0] >= kMost ? languages[0] : found;
  const std::string detected = two_letters(CLD2::LanguageCode(most));
  const bool unsure =
      most == CLD2::UNKNOWN_LANGUAGE || detected.empty() || (!reliable && bytes < 200);
  return unsure ? hint : detected;
}

}  // namespace kiosque::extract::facts
