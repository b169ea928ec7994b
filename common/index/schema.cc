#include "common/index/schema.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>

#include "common/text/fold.h"

namespace kiosque::index {
namespace {

/// Xapian's limit on a term (245 bytes); every zero byte counts twice, and text holds none.
constexpr std::size_t kLongestTerm = 245;

constexpr std::array kFields{
    Field{"title", "titre", "", prefix::kTitle, true, "titre:retraites"},
    Field{"author", "auteur", "", prefix::kAuthor, true, "auteur:dupont"},
    Field{"source", "source", "", prefix::kSource, false, "source:\"Le Monde\""},
    Field{"site", "site", "host", prefix::kSite, false, "site:lemonde.fr"},
    Field{"section", "rubrique", "", prefix::kSection, false, "rubrique:international"},
    Field{"language", "langue", "lang", prefix::kLanguage, false, "langue:fr"},
    Field{"tag", "mot-clé", "motcle", prefix::kTag, false, "tag:climat"},
    Field{"url", "url", "", prefix::kUrlWord, true, "url:direct"},
    Field{"date", "date", "", "", false, "date:2024-05"},
    Field{"since", "depuis", "after", "", false, "depuis:7j"},
    Field{"before", "avant", "", "", false, "avant:hier"},
};

/// What is added to seconds before they are written as an unsigned number.
constexpr std::int64_t kTimeOffset = std::int64_t{1} << 38;
constexpr std::size_t kTimeBytes = 5;

}  // namespace

std::span<const Field> fields() noexcept { return kFields; }

const Field* find_field(std::string_view name) {
  const std::string folded = text::fold(text::lower_case(name));
  const auto found = std::find_if(kFields.begin(), kFields.end(), [&](const Field& field) {
    return folded == field.name || folded == text::fold(field.french) ||
           (!field.alias.empty() && folded == field.alias);
  });
  return found == kFields.end() ? nullptr : &*found;
}

std::string unique_term(std::string_view canonical_url) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, XXH3_128bits(canonical_url.data(), canonical_url.size()));
  std::string term(prefix::kUnique);
  for (const unsigned char byte : bytes.digest) {
    term += kDigits[byte >> 4];
    term += kDigits[byte & 15];
  }
  return term;
}

std::string acronym_term(std::string_view folded_acronym, std::string_view name) {
  std::string term(prefix::kAcronym);
  term += folded_acronym;
  term += '\x1F';
  return term += name;
}

std::string value_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  const std::string folded = text::fold(text::lower_case(value));
  for (const char c : folded) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
    if (!space) {
      term += c;
    } else if (term.size() > prefix.size() && term.back() != ' ') {
      term += ' ';
    }
  }
  if (term.size() > kLongestTerm) {
    std::size_t end = kLongestTerm;
    while ((static_cast<unsigned char>(term[end]) & 0xC0) == 0x80) --end;
    term.resize(end);
  }
  while (term.size() > prefix.size() && term.back() == ' ') term.pop_back();
  return term;
}

std::string encode_time(std::chrono::sys_seconds time) {
  const std::int64_t seconds = time.time_since_epoch().count();
  const auto number =
      static_cast<std::uint64_t>(std::clamp(seconds, -kTimeOffset, kTimeOffset - 1) + kTimeOffset);
  std::string value(kTimeBytes, '\0');
  for (std::size_t i = 0; i < kTimeBytes; ++i) {
    value[i] = static_cast<char>((number >> (8 * (kTimeBytes - 1 - i))) & 0xFF);
  }
  return value;
}

std::optional<std::chrono::sys_seconds> decode_time(std::string_view value) {
  if (value.size() != kTimeBytes) return std::nullopt;
  std::int64_t number = 0;
  for (const char byte : value) number = number * 256 + static_cast<unsigned char>(byte);
  return std::chrono::sys_seconds(std::chrono::seconds(number - kTimeOffset));
}

}  // namespace kiosque::index
