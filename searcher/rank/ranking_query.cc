#include "searcher/rank/ranking_query.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/terms.h"

namespace kiosque::rank {
namespace {

/// The term of another name that places it best: its rarest word.
bool stands_for_name(const meaning::Term& term, const meaning::Terms& terms) {
  return std::none_of(terms.begin(), terms.end(), [&](const meaning::Term& other) {
    return other.word == term.word && other.variant == term.variant && other.idf > term.idf;
  });
}

/// The words hits are ranked by; another name of a word stands for the word.
std::vector<Word> ranking_words(const meaning::Terms& terms) {
  std::vector<Word> words;
  for (const meaning::Term& term : terms) {
    if (term.match == meaning::Term::Match::Prefix || term.stop_word) continue;
    std::string stem(index::prefix::kStem);
    stem += term.stem;
    const index::FormCode form = index::form_code(term.exact, term.stem);
    if (term.variant == 0) {
      words.push_back({.stem_terms = {std::move(stem)}, .forms = {form}});
    } else if (!words.empty() && stands_for_name(term, terms)) {
      words.back().stem_terms.push_back(std::move(stem));
      words.back().forms.push_back(form);
    }
  }
  return words;
}

/// The stop words of the query as typed that stand beside one of `words`.
std::vector<BesideWord> stop_words_beside(const std::vector<Word>& words,
                                          std::span<const text::Token> typed) {
  std::vector<BesideWord> beside;
  const auto add = [&](const text::Token& stop_word, const text::Token& token, bool before) {
    if (!stop_word.stop_word || token.stop_word) return;
    const auto word = std::find_if(words.begin(), words.end(), [&](const Word& w) {
      return w.stem_terms.front() == index::stem_term(token);
    });
    if (word == words.end()) return;
    beside.push_back(
        {index::stem_term(stop_word), static_cast<std::size_t>(word - words.begin()), before});
  };
  for (std::size_t i = 1; i < typed.size(); ++i) {
    add(typed[i - 1], typed[i], true);
    add(typed[i], typed[i - 1], false);
  }
  return beside;
}

}  // namespace

Query ranking_query(const meaning::Terms& terms, std::span<const text::Token> typed) {
  Query query{.words = ranking_words(terms)};
  query.beside = stop_words_beside(query.words, typed);
  return query;
}

}  // namespace kiosque::rank
