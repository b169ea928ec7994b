#include "common/date/zone.h"

#include <unicode/ucal.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/date/calendar_words.h"

namespace kiosque::date {
namespace {

using std::chrono::minutes;
using std::chrono::sys_seconds;

/// "america/new_york" -> "America/New_York", "etc/gmt" -> "Etc/GMT": ICU wants the exact spelling.
std::u16string iana_name(std::string_view place) {
  std::u16string name;
  bool capital = true;
  for (const char c : place) {
    const bool is_letter = c >= 'a' && c <= 'z';
    name += static_cast<char16_t>(capital && is_letter ? c - 'a' + 'A' : c);
    capital = c == '/' || c == '_' || c == '-' || (place.starts_with("etc/") && name.size() > 3);
  }
  return name;
}

struct CloseCalendar {
  void operator()(void* calendar) const { ucal_close(static_cast<UCalendar*>(calendar)); }
};

/// The offset that a place of the IANA database ("europe/paris", any case) keeps at a local time.
std::optional<std::chrono::minutes> place_offset(std::string_view place,
                                                 std::chrono::sys_seconds local) {
  const std::u16string name = iana_name(place);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<void, CloseCalendar> calendar(
      ucal_open(name.c_str(), static_cast<std::int32_t>(name.size()), "", UCAL_GREGORIAN, &status));
  if (U_FAILURE(status) != 0) return std::nullopt;
  UCalendar* const open = static_cast<UCalendar*>(calendar.get());
  // ICU answers for an unknown name, too, with the zone "Etc/Unknown".
  std::array<UChar, 64> id{};
  const auto length = ucal_getTimeZoneID(open, id.data(), id.size(), &status);
  if (U_FAILURE(status) != 0 || std::u16string(id.data(), length) == u"Etc/Unknown") {
    return std::nullopt;
  }
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(local - day);
  ucal_setDateTime(open, static_cast<int>(date.year()),
                   static_cast<std::int32_t>(static_cast<unsigned>(date.month())) - 1,
                   static_cast<std::int32_t>(static_cast<unsigned>(date.day())),
                   static_cast<std::int32_t>(time.hours().count()),
                   static_cast<std::int32_t>(time.minutes().count()),
                   static_cast<std::int32_t>(time.seconds().count()), &status);
  const std::int32_t offset_ms =
      ucal_get(open, UCAL_ZONE_OFFSET, &status) + ucal_get(open, UCAL_DST_OFFSET, &status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  return std::chrono::minutes(offset_ms / 60'000);
}

class ZoneReader : private TokenView {
 public:
  using TokenView::TokenView;
  Part<minutes> zone_at(std::size_t at, sys_seconds local) const;

 private:
  Part<minutes> named_zone(std::size_t at, sys_seconds local) const;
  Part<minutes> numeric_zone(std::size_t sign_at) const;
};

/// "+0200", "+02:00", "-7", "+2h30".
Part<minutes> ZoneReader::numeric_zone(std::size_t sign_at) const {
  const std::size_t at = sign_at + 1;
  if (at < tokens_.size() && tokens_[at].kind == Token::Kind::Word) return {std::nullopt, true};
  if (!is_number(at, 1, 6)) return {};
  std::int64_t hours = value(at);
  std::int64_t rest = 0;
  if (is_number(at, 3, 6)) {
    std::int64_t hhmm = value(at);
    for (std::size_t digits = tokens_[at].text.size(); digits > 4; --digits) hhmm /= 10;
    hours = hhmm / 100;
    rest = hhmm % 100;
  } else if ((is(at + 1, ":") || is(at + 1, "h")) && is_number(at + 2, 1, 2)) {
    rest = value(at + 2);
  }
  const bool is_day = is(at + 1, "/") || is(at + 1, ".");  // "10:05 -02/07/2020"
  if (is_day) return {};
  if (hours > 15 || rest > 59) return {std::nullopt, !is_number(at, 4, 4)};
  const minutes offset(hours * 60 + rest);
  return {is(sign_at, "-") ? -offset : offset};
}

Part<minutes> ZoneReader::named_zone(std::size_t at, sys_seconds local) const {
  const bool paris = is(at, "heure") && is(at + 1, "de") && is(at + 2, "paris");
  if (paris) return {place_offset("europe/paris", local)};
  if (is(at + 1, "/") && at + 2 < tokens_.size()) {
    std::string place = tokens_[at].text;
    for (std::size_t i = at + 1; i < tokens_.size() && !tokens_[i].after_space; ++i) {
      if (is(i, "]") || is(i, ")")) break;
      place += tokens_[i].text;
    }
    return {place_offset(place, local)};
  }
  const auto offset = zone_offset(tokens_[at].text);
  const bool counts_from_here = offset == minutes(0) && (is(at + 1, "+") || is(at + 1, "-"));
  if (counts_from_here) {
    Part<minutes> counted = numeric_zone(at + 1);
    if (counted.value || counted.impossible) return counted;
  }
  // RFC 822 letters: A = -1 … M = -12 (no J), N = +1 … Y = +12.
  const char letter = tokens_[at].text.size() == 1 ? tokens_[at].text[0] : ' ';
  const bool military = letter >= 'a' && letter < 'z' && letter != 'j' && at + 1 == tokens_.size();
  if (!offset && military) {
    const int rank = letter - 'a' + (letter < 'j' ? 1 : 0);
    return {minutes(60 * (letter >= 'n' ? rank - 12 : -rank))};
  }
  return {offset};
}

Part<minutes> ZoneReader::zone_at(std::size_t at, sys_seconds local) const {
  while (is(at, "(") || is(at, ",") || is(at, "[")) ++at;
  if (at >= tokens_.size()) return {};
  if (tokens_[at].kind == Token::Kind::Word) return named_zone(at, local);
  const bool joined = at + 1 < tokens_.size() && !tokens_[at + 1].after_space;
  if ((is(at, "+") || is(at, "-")) && joined) return numeric_zone(at);
  return {};
}

}  // namespace

Part<minutes> zone_at(std::span<const Token> tokens, std::size_t at, sys_seconds local) {
  return ZoneReader(tokens).zone_at(at, local);
}

}  // namespace kiosque::date
