#include "common/text/stemmer.h"

#include <array>

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/stop_words.h"

namespace kiosque::text {
namespace {

/// A word longer than `longer_than` letters that ends in `suffix` gets `replacement` instead.
struct Rule {
  std::size_t longer_than;
  std::u32string_view suffix;
  std::u32string_view replacement;
  enum class Then { Stop, GoOn } then = Then::Stop;
};
using enum Rule::Then;

/// In order; the first that fits and says Stop ends the list.
constexpr std::array kRules{
    Rule{9, U"issement", U"ir"},  Rule{8, U"issant", U"ir"},        Rule{6, U"ivement", U"if"},
    Rule{6, U"ement", U"e"},      Rule{11, U"ficatrice", U"fier"},  Rule{10, U"ficateur", U"fier"},
    Rule{9, U"catrice", U"quer"}, Rule{8, U"cateur", U"quer"},      Rule{8, U"atrice", U"er"},
    Rule{7, U"ateur", U"er"},     Rule{6, U"trice", U"teur", GoOn}, Rule{5, U"ième", U""},
    Rule{7, U"teuse", U"ter"},    Rule{6, U"teur", U"ter"},         Rule{5, U"euse", U"eu"},
    Rule{8, U"ère", U"er"},       Rule{7, U"ive", U"if"},           Rule{4, U"folle", U"fou"},
    Rule{4, U"molle", U"mou"},    Rule{9, U"nnelle", U"n"},         Rule{9, U"nnel", U"n"},
    Rule{4, U"ète", U"et", GoOn}, Rule{8, U"ique", U"", GoOn},      Rule{8, U"esse", U"e"},
    Rule{7, U"inage", U"in"},     Rule{12, U"ualisation", U"uel"},  Rule{9, U"isation", U""},
    Rule{9, U"isateur", U""},     Rule{8, U"ation", U""},           Rule{8, U"ition", U""},
};

void strip_plural(std::u32string& word) {
  if (word.size() > 5 && word.back() == U'x') {
    if (word.ends_with(U"aux") && !word.ends_with(U"eaux")) word[word.size() - 2] = U'l';
    word.pop_back();
  }
  if (word.size() > 3 && word.back() == U'x') word.pop_back();
  if (word.size() > 3 && word.back() == U's') word.pop_back();
}

void apply_rules(std::u32string& word) {
  for (const Rule& rule : kRules) {
    if (word.size() <= rule.longer_than || !word.ends_with(rule.suffix)) continue;
    word.resize(word.size() - rule.suffix.size());
    word += rule.replacement;
    if (rule.then == Stop) return;
  }
}

char32_t without_accent(char32_t c) {
  switch (c) {
    case U'à':
    case U'á':
    case U'â':
      return U'a';
    case U'è':
    case U'é':
    case U'ê':
      return U'e';
    case U'î':
      return U'i';
    case U'ô':
      return U'o';
    case U'ù':
    case U'û':
      return U'u';
    case U'ç':
      return U'c';
    default:
      return c;
  }
}

/// Accents, doubled letters and endings that carry no meaning, in words of five letters and more.
void normalise(std::u32string& word) {
  constexpr std::size_t kShort = 4;
  if (word.size() > kShort) {
    std::u32string single;
    for (const char32_t letter : word) {
      const char32_t plain = without_accent(letter);
      if (single.empty() || single.back() != plain) single += plain;
    }
    word = std::move(single);
  }
  if (word.size() > kShort && word.ends_with(U"ie")) word.resize(word.size() - 2);
  if (word.size() <= kShort) return;
  if (word.back() == U'r') word.pop_back();
  if (word.back() == U'e') word.pop_back();
  if (word.back() == U'e') word.pop_back();
  if (word.back() == word[word.size() - 2]) word.pop_back();
}

}  // namespace

std::string light_stem(std::string_view lower_case_word) {
  std::u32string word;
  for (std::size_t pos = 0; pos < lower_case_word.size();) {
    word += next_character(lower_case_word, pos);
  }
  strip_plural(word);
  apply_rules(word);
  normalise(word);
  std::string stem;
  for (const char32_t letter : word) append_utf8(stem, letter);
  return stem;
}

Stemmer::Stemmer() : snowball_("french") {}

std::string Stemmer::stem(std::string_view lower_case_word) const {
  std::string stem = fold(snowball_(light_stem(lower_case_word)));
  return stem.empty() ? fold(lower_case_word) : stem;
}

}  // namespace kiosque::text
