#include "searcher/meaning/looked_for.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/index/terms.h"

namespace kiosque::meaning {

void LookedFor::remember(const text::Token& token, const std::string& word, Term::Match match) {
  const bool known = std::any_of(terms_.begin(), terms_.end(), [&](const Term& term) {
    return term.exact == token.exact && term.match == match;
  });
  if (known) return;
  const auto all = static_cast<double>(vocabulary_.articles());
  // A stop word has no posting list, and tells no article from another.
  const auto having =
      token.stop_word ? all : static_cast<double>(vocabulary_.frequency(index::stem_term(token)));
  terms_.push_back({.word = word,
                    .exact = token.exact,
                    .stem = token.stem,
                    .match = match,
                    .stop_word = token.stop_word,
                    .idf = std::log(1 + (all - having + .5) / (having + .5))});
}

void LookedFor::remember_all(const std::vector<text::Token>& tokens, const std::string& word,
                             Term::Match match) {
  for (const text::Token& token : tokens) remember(token, word, match);
}

void LookedFor::note(query::Note::Kind kind, std::string subject) {
  const bool said = std::any_of(notes_.begin(), notes_.end(), [&](const query::Note& n) {
    return n.kind == kind && n.subject == subject;
  });
  if (!said) notes_.push_back({kind, std::move(subject)});
}

}  // namespace kiosque::meaning
