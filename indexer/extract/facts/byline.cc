#include "indexer/extract/facts/byline.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/extract/text/prose_date.h"
#include "indexer/extract/text/words.h"
#include "indexer/html/entities.h"
#include "indexer/html/text.h"

namespace kiosque::extract::facts {
namespace {

/// What comes before names, in lower case; a space, a colon or a capital letter follows.
constexpr std::string_view kPrefixes[] = {"par",
                                          "texte",
                                          "by",
                                          "von",
                                          "vom",
                                          "por",
                                          "di",
                                          "door",
                                          "av",
                                          "auteur",
                                          "auteurs",
                                          "autor",
                                          "autoren",
                                          "author",
                                          "post author",
                                          "written by",
                                          "posted by",
                                          "published by",
                                          "story by",
                                          "view all posts by",
                                          "all posts by",
                                          "show all articles of",
                                          "more by",
                                          "voir tous les articles de",
                                          "ein artikel von",
                                          "geschrieben von",
                                          "verfasst von",
                                          "erstellt von",
                                          "eingestellt von",
                                          "zeige alle beiträge von",
                                          "alle beiträge von",
                                          "alles von",
                                          "propos recueillis par",
                                          "article de",
                                          "un article de",
                                          "texte et photos",
                                          "text",
                                          "text von",
                                          "text und fotos",
                                          "text & fotos",
                                          "text, fotos",
                                          "text und bilder",
                                          "interview",
                                          "interview von",
                                          "ein gastbeitrag von",
                                          "gastbeitrag von",
                                          "ein kommentar von",
                                          "kommentar von",
                                          "eine analyse von",
                                          "posté par",
                                          "publié par",
                                          "écrit par",
                                          "rédigé par",
                                          "escrito por",
                                          "publicado por",
                                          "a cura di"};

/// Of these, words that are no name's beginning only where a colon follows.
constexpr std::string_view kLabels[] = {"texte",           "text",           "interview",
                                        "texte et photos", "text und fotos", "text & fotos",
                                        "text, fotos",     "text und bilder"};

/// What stands behind a name in the same line, in lower case: links to more, voices of comments.
constexpr std::string_view kTails[] = {" alle beiträge",
                                       " alle artikel",
                                       " alles von",
                                       " alles über",
                                       " view all",
                                       " says",
                                       " sagt",
                                       " a écrit",
                                       " schreibt",
                                       " — ",
                                       " – ",
                                       " →",
                                       " | ",
                                       " • ",
                                       " kontakt",
                                       ", publi",
                                       " publié",
                                       " veröffentlicht",
                                       " published",
                                       " mis en ligne",
                                       ", mis à jour"};

/// What separates names.
constexpr std::string_view kJoints[] = {", ", " et ", " and ", " und ",  " & ",    " y ",
                                        ";",  " | ",  " / ",   " avec ", " with ", " · "};

/// Names of no one.
constexpr std::string_view kNobodies[] = {
    "admin",  "administrator", "administrateur", "webmaster",      "editor",
    "author", "auteur",        "autor",          "user",           "root",
    "null",   "none",          "name",           "unknown",        "no author",
    "datum",  "date",          "share",          "view all posts", "von",
    "por",    "publiziert am", "alle beiträge",  "kommentare"};

constexpr std::size_t kMaxNames = 20;
constexpr std::size_t kMaxNameWords = 7;
constexpr std::size_t kMaxBylineBytes = 160;

bool is_upper(char c) { return c != lower(c); }

/// Bytes of the prefix that begins `name`, 0 if none does. "VonLea Blum", as elements without space
/// between them read, has one; "Vonnegut" has none.
std::size_t prefix_length(const std::string& name) {
  const std::string low = text::lower(name);
  std::size_t longest = 0;
  for (const std::string_view prefix : kPrefixes) {
    if (prefix.size() <= longest || !low.starts_with(prefix)) continue;
    const char next = prefix.size() < name.size() ? name[prefix.size()] : ':';
    const bool label =
        std::find(std::begin(kLabels), std::end(kLabels), prefix) != std::end(kLabels);
    const bool colon =
        next == ':' || std::string_view(name).substr(prefix.size()).starts_with(" :");
    const bool glued = is_upper(next) && !is_upper(name[prefix.size() - 1]);
    if (colon || (!label && (next == ' ' || glued))) longest = prefix.size();
  }
  return longest;
}

void trim_marks(std::string& name) {
  while (!name.empty() && std::string_view(",;:|-/").find(name.back()) != std::string_view::npos) {
    name = html::fold_space(name.substr(0, name.size() - 1));
  }
  while (!name.empty() &&
         std::string_view(",;:|-/*").find(name.front()) != std::string_view::npos) {
    name = html::fold_space(name.substr(1));
  }
}

/// True for numbers and times: "3", "2024", "10h05", "1er".
bool is_number(std::string_view word) {
  return !word.empty() && is_digit(word.front()) && word.size() <= 5 &&
         (word.size() < 3 || word.find_first_of("0123456789", 1) != std::string_view::npos);
}

/// Where a day follows the name: "Lea Blum am 3. Juni", "Lea Blum, 12:30".
std::size_t begin_of_day(std::string_view name) {
  std::size_t start = 0;
  std::size_t before = name.size();  // of the word before this one
  while (start < name.size()) {
    const std::size_t end = std::min(name.find(' ', start), name.size());
    const std::string word = text::loosen(name.substr(start, end - start));
    if (text::is_calendar_word(word) || is_number(word)) {
      constexpr std::string_view kPrepositions[] = {"on", "am", "le",  "el",
                                                    "il", "um", "vom", "den"};
      const std::string previous =
          before < start ? text::loosen(name.substr(before, start - before)) : std::string();
      const bool preposition = std::find(std::begin(kPrepositions), std::end(kPrepositions),
                                         previous) != std::end(kPrepositions);
      return preposition ? before : start;
    }
    before = start;
    start = end + 1;
  }
  return name.size();
}

std::size_t begin_of_tail(const std::string& name) {
  const std::string low = text::lower(name);
  std::size_t end = name.size();
  for (const std::string_view tail : kTails) end = std::min(end, low.find(tail));
  return end;
}

/// A name less what stands around it.
std::string bare_name(std::string_view text) {
  std::string name = html::fold_space(html::decode_entities(text));
  trim_marks(name);
  for (std::size_t length = prefix_length(name); length > 0; length = prefix_length(name)) {
    name = html::fold_space(name.substr(length));
    trim_marks(name);
  }
  std::size_t end = std::min(begin_of_day(name), begin_of_tail(name));
  if (const std::size_t bracket = name.find('('); bracket > 0) end = std::min(end, bracket);
  name = html::fold_space(name.substr(0, end));
  trim_marks(name);
  return name;
}

bool is_name(std::string_view name) {
  const std::string low = text::lower(name);
  if (name.size() < 2 || low.find("http") != std::string::npos ||
      low.find("www.") != std::string::npos) {
    return false;
  }
  if (low.starts_with("foto") || low.starts_with("photo") || low.starts_with("image")) return false;
  if (name.find_first_of("@{}<>=?!*$[]()") != std::string_view::npos) return false;
  if (std::count_if(name.begin(), name.end(), is_digit) > 2) return false;
  const bool nobody =
      std::find(std::begin(kNobodies), std::end(kNobodies), low) != std::end(kNobodies);
  if (nobody) return false;
  return text::words_of(name).size() <= kMaxNameWords && name.size() <= 80;
}

}  // namespace

void add_name(std::vector<std::string>& names, std::string name) {
  const std::string loose = text::loosen(name);
  const bool known = std::any_of(names.begin(), names.end(), [&](const std::string& one) {
    return text::loosen(one) == loose;
  });
  if (!known && names.size() < kMaxNames) names.push_back(std::move(name));
}

bool looks_like_person(std::string_view name) {
  constexpr std::string_view kParticles[] = {"de",  "du",  "des", "la", "le", "von",
                                             "van", "der", "den", "zu", "di", "da",
                                             "do",  "dos", "del", "el", "al", "bin"};
  std::size_t words = 0;
  std::size_t start = 0;
  while (start < name.size()) {
    const std::size_t end = std::min(name.find(' ', start), name.size());
    const std::string_view word = name.substr(start, end - start);
    const bool particle =
        std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
    const bool capital = !word.empty() && (is_upper(word.front()) || text::lower(word) != word);
    if (!particle && !capital) return false;
    ++words;
    start = end + 1;
  }
  return words >= 2 && words <= 5;
}

bool begins_as_byline(std::string_view line) { return prefix_length(std::string(line)) > 0; }

std::vector<std::string> names_of_byline(std::string_view byline) {
  std::vector<std::string> names;
  std::string rest = html::fold_space(html::decode_entities(byline));
  rest.erase(0, prefix_length(rest));
  rest.erase(begin_of_tail(rest));
  if (rest.size() > kMaxBylineBytes) return names;
  while (!rest.empty()) {
    std::size_t cut = rest.size();
    std::size_t length = 0;
    for (const std::string_view joint : kJoints) {
      const std::size_t pos = rest.find(joint);
      if (pos < cut) {
        cut = pos;
        length = joint.size();
      }
    }
    std::string name = bare_name(rest.substr(0, cut));
    rest = cut + length < rest.size() ? rest.substr(cut + length) : std::string();
    if (is_name(name)) {
      add_name(names, std::move(name));
    } else if (names.empty() && !name.empty()) {
      return {};
    }
  }
  return names;
}

}  // namespace kiosque::extract::facts
