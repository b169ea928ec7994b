#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/text.h"
#include "searcher/meaning/meaning.h"

namespace kiosque::passage {

/// A word of a text that a query looks for.
struct WordMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;  ///< of the token, within the text that was searched
  std::uint32_t word = 0;      ///< WordMatcher::words() index: forms of one word are one
  bool exact = false;          ///< the form as typed
};

/// Finds the words of a query in texts. Analysis is what costs, so a text without a word that
/// begins like one of the query is not analysed. Not safe from two threads at once.
class WordMatcher {
 public:
  /// Borrows both for its life.
  WordMatcher(const meaning::Words& words, text::Analyzer& analyzer);

  /// Weight of each distinct word looked for: its idf.
  [[nodiscard]] const std::vector<double>& words() const noexcept { return weights_; }

  /// False if no word of `text` can match; quick.
  [[nodiscard]] bool may_match(std::string_view text) const noexcept;

  /// The matches in `text`, in order. `tokens_of_last()` then gives all its tokens.
  [[nodiscard]] std::vector<WordMatch> find(std::string_view text);
  [[nodiscard]] const std::vector<text::Token>& tokens_of_last() const noexcept { return tokens_; }

 private:
  struct Sought {
    const meaning::Word* typed;
    const meaning::Alternative* term;
    std::uint32_t word;  ///< number
  };

  void expect_beginning(std::string_view word);

  text::Analyzer& analyzer_;
  std::vector<Sought> sought_;
  std::vector<double> weights_;
  std::vector<text::Token> tokens_;
  /// For each first letter (a-z, digits, anything else) the second letters sought, as bits.
  std::array<std::uint64_t, 37> beginnings_{};
};

}  // namespace kiosque::passage
