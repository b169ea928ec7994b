#include "common/index/schema.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"

namespace kiosque::index {
namespace {

constexpr std::array kFields{
    Field{"title", "titre", "", prefix::kTitle, true},
    Field{"author", "auteur", "", prefix::kAuthor, true},
    Field{"source", "source", "", prefix::kSource, false},
    Field{"site", "site", "host", prefix::kSite, false},
    Field{"section", "rubrique", "", prefix::kSection, false},
    Field{"language", "langue", "lang", prefix::kLanguage, false},
    Field{"tag", "mot-clé", "motcle", prefix::kTag, false},
    Field{"url", "url", "", prefix::kUrlWord, true},
    Field{"date", "date", "", "", false},
    Field{"since", "depuis", "after", "", false},
    Field{"before", "avant", "", "", false},
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
