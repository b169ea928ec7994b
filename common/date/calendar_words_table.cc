#include "common/date/calendar_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/base/utf8.h"

namespace kiosque::date {
namespace {

struct Name {
  std::string_view word;
  std::uint8_t number;
  std::uint8_t read;  ///< where: the bits of Where
};

constexpr auto kStamp = static_cast<std::uint8_t>(Where::Stamp);
constexpr auto kProse = static_cast<std::uint8_t>(Where::Prose);
constexpr auto kQuery = static_cast<std::uint8_t>(Where::Query);
constexpr std::uint8_t kAll = kStamp | kProse | kQuery;

/// Months in French, English, German, Spanish, Italian, Portuguese, Dutch, Hungarian, Danish,
/// Greek, Russian, Polish and Ukrainian. A word stands as its readers see it: for prose with
/// accents.
constexpr Name kMonths[] = {
    // January
    {"janvier", 1, kAll},
    {"january", 1, kAll},
    {"janv", 1, kProse | kQuery},
    {"jan", 1, kProse | kQuery},
    {"januar", 1, kStamp | kProse},
    {"enero", 1, kStamp | kProse},
    {"gennaio", 1, kStamp | kProse},
    {"janeiro", 1, kStamp | kProse},
    {"januari", 1, kStamp | kProse},
    {"ιανουαριος", 1, kStamp},
    {"января", 1, kStamp | kProse},
    {"jänner", 1, kProse},
    {"ene", 1, kProse},
    {"stycznia", 1, kProse},
    {"січня", 1, kProse},
    // February
    {"fevrier", 2, kAll},
    {"february", 2, kAll},
    {"fevr", 2, kQuery},
    {"fev", 2, kQuery},
    {"feb", 2, kProse | kQuery},
    {"februar", 2, kStamp | kProse},
    {"febrero", 2, kStamp | kProse},
    {"febbraio", 2, kStamp | kProse},
    {"fevereiro", 2, kStamp | kProse},
    {"februari", 2, kStamp | kProse},
    {"φεβρουαριος", 2, kStamp},
    {"февраля", 2, kStamp | kProse},
    {"février", 2, kProse},
    {"févr", 2, kProse},
    {"fév", 2, kProse},
    {"lutego", 2, kProse},
    {"лютого", 2, kProse},
    // March
    {"mars", 3, kAll},
    {"march", 3, kAll},
    {"mar", 3, kProse | kQuery},
    {"marz", 3, kStamp},
    {"marzo", 3, kStamp | kProse},
    {"marco", 3, kStamp},
    {"maart", 3, kStamp | kProse},
    {"marcius", 3, kStamp},
    {"marts", 3, kStamp},
    {"μαρτιος", 3, kStamp},
    {"марта", 3, kStamp | kProse},
    {"mrt", 3, kStamp},
    {"märz", 3, kProse},
    {"mrz", 3, kProse},
    {"março", 3, kProse},
    {"marca", 3, kProse},
    {"березня", 3, kProse},
    // April
    {"avril", 4, kAll},
    {"april", 4, kAll},
    {"avr", 4, kProse | kQuery},
    {"apr", 4, kProse | kQuery},
    {"abril", 4, kStamp | kProse},
    {"aprile", 4, kStamp | kProse},
    {"aprilis", 4, kStamp},
    {"απριλιος", 4, kStamp},
    {"апреля", 4, kStamp | kProse},
    {"abr", 4, kProse},
    {"kwietnia", 4, kProse},
    {"квітня", 4, kProse},
    // May
    {"mai", 5, kAll},
    {"may", 5, kAll},
    {"mayo", 5, kStamp | kProse},
    {"maggio", 5, kStamp | kProse},
    {"maio", 5, kStamp | kProse},
    {"mei", 5, kStamp | kProse},
    {"majus", 5, kStamp},
    {"maj", 5, kStamp},
    {"μαιος", 5, kStamp},
    {"мая", 5, kStamp | kProse},
    {"maja", 5, kProse},
    {"травня", 5, kProse},
    // June
    {"juin", 6, kAll},
    {"june", 6, kAll},
    {"jun", 6, kProse | kQuery},
    {"juni", 6, kStamp | kProse},
    {"junio", 6, kStamp | kProse},
    {"giugno", 6, kStamp | kProse},
    {"junho", 6, kStamp | kProse},
    {"junius", 6, kStamp},
    {"ιουνιος", 6, kStamp},
    {"июня", 6, kStamp | kProse},
    {"czerwca", 6, kProse},
    {"червня", 6, kProse},
    // July
    {"juillet", 7, kAll},
    {"july", 7, kAll},
    {"juil", 7, kProse | kQuery},
    {"jul", 7, kProse | kQuery},
    {"juli", 7, kStamp | kProse},
    {"julio", 7, kStamp | kProse},
    {"luglio", 7, kStamp | kProse},
    {"julho", 7, kStamp | kProse},
    {"julius", 7, kStamp},
    {"ιουλιος", 7, kStamp},
    {"июля", 7, kStamp | kProse},
    {"lipca", 7, kProse},
    {"липня", 7, kProse},
    // August
    {"aout", 8, kAll},
    {"august", 8, kAll},
    {"aug", 8, kProse | kQuery},
    {"agosto", 8, kStamp | kProse},
    {"augustus", 8, kStamp | kProse},
    {"augusztus", 8, kStamp},
    {"αυγουστος", 8, kStamp},
    {"августа", 8, kStamp | kProse},
    {"août", 8, kProse},
    {"ago", 8, kProse},
    {"sierpnia", 8, kProse},
    {"серпня", 8, kProse},
    // September
    {"septembre", 9, kAll},
    {"september", 9, kAll},
    {"sept", 9, kProse | kQuery},
    {"sep", 9, kProse | kQuery},
    {"septiembre", 9, kStamp | kProse},
    {"settembre", 9, kStamp | kProse},
    {"setembro", 9, kStamp | kProse},
    {"szeptember", 9, kStamp},
    {"σεπτεμβριος", 9, kStamp},
    {"сентября", 9, kStamp | kProse},
    {"września", 9, kProse},
    {"вересня", 9, kProse},
    // October
    {"octobre", 10, kAll},
    {"october", 10, kAll},
    {"oct", 10, kProse | kQuery},
    {"oktober", 10, kStamp | kProse},
    {"octubre", 10, kStamp | kProse},
    {"ottobre", 10, kStamp | kProse},
    {"outubro", 10, kStamp | kProse},
    {"οκτωβριος", 10, kStamp},
    {"октября", 10, kStamp | kProse},
    {"okt", 10, kProse},
    {"października", 10, kProse},
    {"жовтня", 10, kProse},
    // November
    {"novembre", 11, kAll},
    {"november", 11, kAll},
    {"nov", 11, kProse | kQuery},
    {"noviembre", 11, kStamp | kProse},
    {"novembro", 11, kStamp | kProse},
    {"νοεμβριος", 11, kStamp},
    {"ноября", 11, kStamp | kProse},
    {"listopada", 11, kProse},
    {"листопада", 11, kProse},
    // December
    {"decembre", 12, kAll},
    {"december", 12, kAll},
    {"dec", 12, kProse | kQuery},
    {"dezember", 12, kStamp | kProse},
    {"diciembre", 12, kStamp | kProse},
    {"dicembre", 12, kStamp | kProse},
    {"dezembro", 12, kStamp | kProse},
    {"δεκεμβριος", 12, kStamp},
    {"декабря", 12, kStamp | kProse},
    {"décembre", 12, kProse},
    {"déc", 12, kProse},
    {"dez", 12, kProse},
    {"dic", 12, kProse},
    {"grudnia", 12, kProse},
    {"грудня", 12, kProse},
};

constexpr Name kWeekdays[] = {
    {"lundi", 1, kProse | kQuery},
    {"monday", 1, kProse | kQuery},
    {"mon", 1, kProse},
    {"montag", 1, kProse},
    {"lunes", 1, kProse},
    {"lunedì", 1, kProse},
    {"mo", 1, kProse},
    {"mardi", 2, kProse | kQuery},
    {"tuesday", 2, kProse | kQuery},
    {"tue", 2, kProse},
    {"dienstag", 2, kProse},
    {"martes", 2, kProse},
    {"martedì", 2, kProse},
    {"di", 2, kProse},
    {"mercredi", 3, kProse | kQuery},
    {"wednesday", 3, kProse | kQuery},
    {"wed", 3, kProse},
    {"mittwoch", 3, kProse},
    {"miércoles", 3, kProse},
    {"mercoledì", 3, kProse},
    {"mi", 3, kProse},
    {"jeudi", 4, kProse | kQuery},
    {"thursday", 4, kProse | kQuery},
    {"thu", 4, kProse},
    {"donnerstag", 4, kProse},
    {"jueves", 4, kProse},
    {"giovedì", 4, kProse},
    {"vendredi", 5, kProse | kQuery},
    {"friday", 5, kProse | kQuery},
    {"fri", 5, kProse},
    {"freitag", 5, kProse},
    {"viernes", 5, kProse},
    {"venerdì", 5, kProse},
    {"fr", 5, kProse},
    {"samedi", 6, kProse | kQuery},
    {"saturday", 6, kProse | kQuery},
    {"sat", 6, kProse},
    {"samstag", 6, kProse},
    {"sonnabend", 6, kProse},
    {"sábado", 6, kProse},
    {"sabato", 6, kProse},
    {"dimanche", 7, kProse | kQuery},
    {"sunday", 7, kProse | kQuery},
    {"sun", 7, kProse},
    {"sonntag", 7, kProse},
    {"domingo", 7, kProse},
    {"domenica", 7, kProse},
    {"so", 7, kProse},
};

struct Zone {
  std::string_view name;
  int minutes;  ///< east of Greenwich
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

template <std::size_t kSize>
consteval std::array<Name, kSize> sorted(const Name (&names)[kSize]) {
  std::array<Name, kSize> all{};
  std::ranges::copy(names, all.begin());
  std::ranges::sort(all, {}, &Name::word);
  return all;
}

constexpr auto kSortedMonths = sorted(kMonths);
constexpr auto kSortedWeekdays = sorted(kWeekdays);

template <std::size_t kSize>
unsigned look_up(const std::array<Name, kSize>& names, std::string_view word,
                 Where where) noexcept {
  const auto* const found = std::ranges::lower_bound(names, word, {}, &Name::word);
  const bool known = found != names.end() && found->word == word;
  return known && (found->read & static_cast<std::uint8_t>(where)) != 0 ? found->number : 0;
}

}  // namespace

unsigned month_number(std::string_view word, Where where) noexcept {
  return look_up(kSortedMonths, word, where);
}

unsigned weekday_number(std::string_view word, Where where) noexcept {
  return look_up(kSortedWeekdays, word, where);
}

unsigned month_of_beginning(std::string_view word) noexcept {
  constexpr std::size_t kFewest = 3;
  if (character_count(word) < kFewest) return 0;
  unsigned found = 0;
  const auto* name = std::ranges::lower_bound(kSortedMonths, word, {}, &Name::word);
  for (; name != kSortedMonths.end() && name->word.starts_with(word); ++name) {
    if ((name->read & kStamp) == 0) continue;
    if (found != 0 && found != name->number) return 0;
    found = name->number;
  }
  return found;
}

std::optional<std::chrono::minutes> zone_offset(std::string_view word) noexcept {
  const auto* const zone = std::ranges::find(kZones, word, &Zone::name);
  if (zone == kZones.end()) return std::nullopt;
  return std::chrono::minutes(zone->minutes);
}

}  // namespace kiosque::date
