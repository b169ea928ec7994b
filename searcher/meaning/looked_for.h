#pragma once

#include <string>
#include <vector>

#include "common/text/text.h"
#include "searcher/meaning/query_term.h"
#include "searcher/meaning/vocabulary.h"
#include "searcher/query/note.h"

namespace kiosque::meaning {

/// What a query looks for, word by word, and what is to be said about it: gathered while the query
/// is compiled. `vocabulary` must outlive it.
class LookedFor {
 public:
  explicit LookedFor(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// A token of `word`, once for each way to match.
  void remember(const text::Token& token, const std::string& word, Term::Match match);
  void remember_all(const std::vector<text::Token>& tokens, const std::string& word,
                    Term::Match match);

  /// Says something once.
  void note(query::Note::Kind kind, std::string subject);

  [[nodiscard]] Terms& terms() noexcept { return terms_; }
  [[nodiscard]] std::vector<query::Note>& notes() noexcept { return notes_; }

 private:
  const Vocabulary& vocabulary_;
  Terms terms_;
  std::vector<query::Note> notes_;
};

}  // namespace kiosque::meaning
