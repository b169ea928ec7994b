#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kiosque::meaning {

/// A word that a query looks for: what re-ranking weighs and what titles and snippets mark.
struct Term {
  enum class Match {
    Stem,    ///< every inflected form
    Exact,   ///< this form only
    Prefix,  ///< words that begin with `exact`
  };
  std::string word;   ///< as typed
  std::string exact;  ///< Token::exact
  std::string stem;   ///< Token::stem
  Match match = Match::Stem;
  bool stop_word = false;   ///< marked within a phrase, but not ranked by
  std::size_t variant = 0;  ///< 0: typed; else the number of the other name it belongs to
  double idf = 1;           ///< log(1 + (N - n + .5) / (n + .5)), n of N articles having it
};

using Terms = std::vector<Term>;

}  // namespace kiosque::meaning
