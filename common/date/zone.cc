#include "common/date/zone.h"

#include <string>

namespace kiosque::date {
namespace {

using std::chrono::minutes;
using std::chrono::sys_seconds;

class ZoneReader : private TokenView {
 public:
  using TokenView::TokenView;
  Found<minutes> zone_at(std::size_t at, sys_seconds local) const;

 private:
  Found<minutes> named_zone(std::size_t at, sys_seconds local) const;
  Found<minutes> numeric_zone(std::size_t sign_at) const;
};

/// "+0200", "+02:00", "-7", "+2h30".
Found<minutes> ZoneReader::numeric_zone(std::size_t sign_at) const {
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

Found<minutes> ZoneReader::named_zone(std::size_t at, sys_seconds local) const {
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
    Found<minutes> counted = numeric_zone(at + 1);
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

Found<minutes> ZoneReader::zone_at(std::size_t at, sys_seconds local) const {
  while (is(at, "(") || is(at, ",") || is(at, "[")) ++at;
  if (at >= tokens_.size()) return {};
  if (tokens_[at].kind == Token::Kind::Word) return named_zone(at, local);
  const bool joined = at + 1 < tokens_.size() && !tokens_[at + 1].after_space;
  if ((is(at, "+") || is(at, "-")) && joined) return numeric_zone(at);
  return {};
}

}  // namespace

Found<minutes> zone_at(std::span<const Token> tokens, std::size_t at, sys_seconds local) {
  return ZoneReader(tokens).zone_at(at, local);
}

}  // namespace kiosque::date
