#include "common/date/words.h"

#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "common/base/utf8.h"

namespace kiosque::date {
namespace {

constexpr std::size_t kMaxBytes = 256;
constexpr std::size_t kMaxDigits = 18;

bool is_dash(char32_t c) { return (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212'; }

bool is_hangul(char32_t c) { return c >= U'\uAC00' && c <= U'\uD7A3'; }

/// `character` in lower case without its accents; Hangul is kept whole.
std::u32string fold(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const nfkd = unorm2_getNFKDInstance(&status);
  std::array<UChar, 32> pieces{};
  const auto code = static_cast<UChar32>(character);
  const std::int32_t length =
      is_hangul(character) || U_FAILURE(status) != 0
          ? -1
          : unorm2_getDecomposition(nfkd, code, pieces.data(), pieces.size(), &status);
  if (length < 0 || U_FAILURE(status) != 0) return {static_cast<char32_t>(u_tolower(code))};
  std::u32string folded;
  for (std::int32_t i = 0; i < length;) {
    UChar32 piece = 0;
    U16_NEXT(pieces.data(), i, length, piece);
    const bool is_mark = u_getCombiningClass(piece) != 0;
    if (!is_mark) folded += static_cast<char32_t>(u_tolower(piece));
  }
  return folded;
}

void add_character(std::vector<Token>& tokens, char32_t c, bool after_space) {
  using Kind = Token::Kind;
  const Kind kind = c >= U'0' && c <= U'9'                    ? Kind::Number
                    : u_isalpha(static_cast<UChar32>(c)) != 0 ? Kind::Word
                                                              : Kind::Mark;
  const bool joins =
      !tokens.empty() && !after_space && kind != Kind::Mark && tokens.back().kind == kind;
  if (!joins) tokens.push_back({kind, {}, 0, after_space});
  Token& token = tokens.back();
  append_utf8(token.text, c);
  if (kind == Kind::Number && token.text.size() <= kMaxDigits) {
    token.value = token.value * 10 + static_cast<std::int64_t>(c - U'0');
  }
}

using Names = std::array<std::string_view, 12>;

/// Folded month names: fr en de es it pt nl hu da el ru.
constexpr std::array<Names, 11> kMonths{{
    {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
     "octobre", "novembre", "decembre"},
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december"},
    {"januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
     "november", "dezember"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
     "ottobre", "novembre", "dicembre"},
    {"janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro",
     "outubro", "novembro", "dezembro"},
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
     "oktober", "november", "december"},
    {"januar", "februar", "marcius", "aprilis", "majus", "junius", "julius", "augusztus",
     "szeptember", "oktober", "november", "december"},
    {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
     "november", "december"},
    {"ιανουαριος", "φεβρουαριος", "μαρτιος", "απριλιος", "μαιος", "ιουνιος", "ιουλιος", "αυγουστος",
     "σεπτεμβριος", "οκτωβριος", "νοεμβριος", "δεκεμβριος"},
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
     "октября", "ноября", "декабря"},
}};

struct Zone {
  std::string_view name;
  int minutes;
};

constexpr std::array kZones{
    Zone{"ut", 0},      Zone{"utc", 0},     Zone{"gmt", 0},    Zone{"wet", 0},
    Zone{"west", 60},   Zone{"bst", 60},    Zone{"cet", 60},   Zone{"met", 60},
    Zone{"mez", 60},    Zone{"hnec", 60},   Zone{"wat", 60},   Zone{"cest", 120},
    Zone{"mest", 120},  Zone{"mesz", 120},  Zone{"eet", 120},  Zone{"cat", 120},
    Zone{"sast", 120},  Zone{"eest", 180},  Zone{"msk", 180},  Zone{"eat", 180},
    Zone{"gst", 240},   Zone{"ist", 330},   Zone{"ict", 420},  Zone{"hkt", 480},
    Zone{"sgt", 480},   Zone{"awst", 480},  Zone{"jst", 540},  Zone{"kst", 540},
    Zone{"acst", 570},  Zone{"aest", 600},  Zone{"acdt", 630}, Zone{"aedt", 660},
    Zone{"nct", 660},   Zone{"nzst", 720},  Zone{"nzdt", 780}, Zone{"brt", -180},
    Zone{"art", -180},  Zone{"gft", -180},  Zone{"nst", -210}, Zone{"ndt", -150},
    Zone{"ast", -240},  Zone{"adt", -180},  Zone{"et", -300},  Zone{"est", -300},
    Zone{"edt", -240},  Zone{"hne", -300},  Zone{"hae", -240}, Zone{"ct", -360},
    Zone{"cst", -360},  Zone{"cdt", -300},  Zone{"mt", -420},  Zone{"mst", -420},
    Zone{"mdt", -360},  Zone{"pt", -480},   Zone{"pst", -480}, Zone{"pdt", -420},
    Zone{"akst", -540}, Zone{"akdt", -480}, Zone{"hst", -600}, Zone{"tahiti", -600},
};

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

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  const std::string valid = to_valid_utf8(text.substr(0, kMaxBytes));
  std::vector<Token> tokens;
  bool after_space = false;
  for (std::size_t pos = 0; pos < valid.size();) {
    const char32_t raw = next_character(valid, pos);
    for (const char32_t c : fold(is_dash(raw) ? U'-' : raw)) {
      if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || c < U' ' || c == U'\u200B') {
        after_space = true;
        continue;
      }
      add_character(tokens, c, after_space);
      after_space = false;
    }
  }
  return tokens;
}

unsigned month_number(std::string_view word) {
  if (character_count(word) < 3) return 0;
  if (word == "mrt") return 3;
  if (word == "sept" || word == "set") return 9;
  unsigned found = 0;
  for (const Names& names : kMonths) {
    for (unsigned month = 1; month <= names.size(); ++month) {
      if (!names[month - 1].starts_with(word)) continue;
      if (found != 0 && found != month) return 0;  // "jui": juin or juillet
      found = month;
    }
  }
  return found;
}

std::optional<std::chrono::minutes> zone_offset(std::string_view word) {
  const auto* const zone = std::find_if(kZones.begin(), kZones.end(),
                                        [&](const Zone& known) { return known.name == word; });
  if (zone == kZones.end()) return std::nullopt;
  return std::chrono::minutes(zone->minutes);
}

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

}  // namespace kiosque::date
