#include "indexer/extract/text/phrases.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "common/base/ascii.h"
#include "indexer/extract/text/phrases_table.h"
#include "indexer/extract/text/prose_date.h"
#include "indexer/extract/text/words.h"

namespace kiosque::extract::text {
namespace {

/// Paragraphs longer than this are prose, however they begin.
constexpr std::size_t kMaxBoilerplateBytes = 200;

bool is_listed(std::string_view text, phrases::Table table) {
  return std::ranges::find(table, text) != table.end();
}

/// "21h05", "2024", "1er", "10am".
bool is_number_word(std::string_view word) {
  return !word.empty() && is_digit(word[0]) && word.size() <= 6;
}

/// `text` begins with `phrase` and then with another word.
bool begins_with(std::string_view text, std::string_view phrase) {
  return text.starts_with(phrase) &&
         (text.size() == phrase.size() || phrase.ends_with(' ') || text[phrase.size()] == ' ');
}

/// "il y a 3 heures", "vor 2 Stunden", "Published 4 months ago".
bool is_relative_date(std::string_view line) {
  const std::string loose = loosen(line);
  if (loose.size() > 60 || loose.find_first_of("0123456789") == std::string::npos) return false;
  if (words_of(line).size() > 9) return false;
  return loose.ends_with(" ago") || loose.find("il y a ") != std::string::npos ||
         loose.starts_with("vor ") || loose.starts_with("hace ");
}

bool begins_as_short_byline(std::string_view line) {
  if (line.size() > 80) return false;
  const std::string loose = loosen(line);
  if (line.ends_with('.') || words_of(line).size() > 8) return false;
  return std::ranges::any_of(phrases::byline_starts(),
                             [&](std::string_view start) { return loose.starts_with(start); });
}

}  // namespace

bool is_boilerplate(std::string_view line) {
  if (line.size() > kMaxBoilerplateBytes) return false;
  if (line.starts_with("©") || line.starts_with("(c) ")) return true;
  const std::string loose = loosen(line);
  if (loose.empty() || is_listed(loose, phrases::whole_lines())) return true;
  const bool begins = std::ranges::any_of(
      phrases::beginnings(), [&](std::string_view phrase) { return begins_with(loose, phrase); });
  if (begins) return true;
  return loose.size() < 120 &&
         std::ranges::any_of(phrases::anywhere(), [&](std::string_view phrase) {
           return loose.find(phrase) != std::string::npos;
         });
}

bool is_caption(std::string_view line) {
  if (line.size() > kMaxBoilerplateBytes) return false;
  if (line.find("©") != std::string_view::npos) return !line.ends_with('.');
  constexpr std::string_view kInBrackets[] = {"(photo ", "(foto ", "(cliché ", "(bild ",
                                              "(crédit "};
  const std::size_t bracket = line.ends_with(')') ? line.rfind('(') : std::string_view::npos;
  if (bracket != std::string_view::npos) {
    const std::string inside = lower(line.substr(bracket));
    if (std::any_of(std::begin(kInBrackets), std::end(kInBrackets),
                    [&](std::string_view mark) { return inside.starts_with(mark); })) {
      return true;
    }
  }
  constexpr std::string_view kMarks[] = {
      "photo:",   "photo :", "photos:", "photos :", "foto:",   "fotos:",  "bild:", "crédit:",
      "crédit :", "ảnh:",    "imago/",  "reuters/", "credit:", "quelle:", "fotó:"};
  constexpr std::size_t kMaxCredit = 40;
  const std::string end = lower(line.substr(line.size() - std::min(line.size(), kMaxCredit)));
  if (line.ends_with('.') || line.ends_with('?')) return false;
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return end.find(mark) != std::string::npos; });
}

bool is_date_line(std::string_view line, std::chrono::year last) {
  if (is_relative_date(line)) return true;
  if (line.size() > 140 || line.find_first_of("0123456789") == std::string_view::npos) return false;
  const auto words = words_of(line);
  int date_words = 0;
  int other = 0;
  for (const std::string& word : words) {
    if (is_number_word(word) || is_calendar_word(word)) {
      ++date_words;
    } else if (!is_listed(word, phrases::date_words())) {
      ++other;
    }
  }
  return date_words >= 2 && other <= 2 && date_words > other &&
         date_in_prose(line, last).has_value();
}

bool is_hour(std::string_view line) {
  const std::size_t mark = line.find_first_not_of("0123456789");
  if (line.size() > 7 || mark == 0 || mark > 2) return false;
  if (mark == std::string_view::npos || (line[mark] != 'h' && line[mark] != ':')) return false;
  std::string_view rest = line.substr(mark + 1);
  if (rest.ends_with(" h")) rest.remove_suffix(2);
  return rest.size() == 2 && all_digits(rest);
}

bool is_byline(std::string_view line, std::chrono::year last) {
  if (begins_as_short_byline(line)) return true;
  // "Mis en ligne le 3 juin 2024 par Lea Blum"
  for (const std::string_view mark : {" par ", " by ", " von ", " por "}) {
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos || !is_date_line(line.substr(0, at), last)) continue;
    if (begins_as_short_byline(line.substr(at + 1))) return true;
  }
  return false;
}

bool is_end_mark(std::string_view line) {
  if (line.size() > 60) return false;
  return is_listed(loosen(line), phrases::end_marks());
}

}  // namespace kiosque::extract::text
