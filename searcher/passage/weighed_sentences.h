#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/text/text.h"
#include "searcher/meaning/meaning.h"
#include "searcher/passage/word_matcher.h"

namespace kiosque::passage {

/// A sentence of an article, with the query words in it.
struct WeighedSentence {
  std::string_view paragraph;
  std::uint32_t begin = 0;  ///< bytes [begin, end) of the paragraph
  std::uint32_t end = 0;
  std::uint32_t block = 0;
  double share = 1;                     ///< of its score that counts
  std::size_t length = 0;               ///< characters
  std::vector<WordMatch> matches = {};  ///< places in the paragraph
  double score = 0;
};

/// The sentences of an article in the order of the text, weighed by how well they answer a query:
/// see make_snippet. Borrows the article.
class WeighedSentences {
 public:
  WeighedSentences(const index::Article& article, const meaning::Words& words,
                   text::Analyzer& analyzer);

  [[nodiscard]] const std::vector<WeighedSentence>& all() const noexcept { return sentences_; }

  /// What the words of the query weigh, each found once.
  [[nodiscard]] double all_words() const;

  /// Raises `best`, a weight for each word of the query, to what those within bytes [begin, end) of
  /// the sentence weigh, the best form of each.
  void cover(const WeighedSentence& sentence, std::uint32_t begin, std::uint32_t end,
             std::vector<double>& best) const;

  /// How well bytes [begin, end) of sentence `index` answer.
  [[nodiscard]] double score_of(const WeighedSentence& sentence, std::size_t index,
                                std::uint32_t begin, std::uint32_t end) const;

 private:
  void read_title(std::string_view title);
  void read_block(std::string_view paragraph, double share);
  [[nodiscard]] bool repeats_title() const;
  [[nodiscard]] double weight(const WordMatch& match) const;
  [[nodiscard]] double proximity(const WeighedSentence& sentence, std::uint32_t begin,
                                 std::uint32_t end) const;

  WordMatcher matcher_;
  std::uint32_t block_ = 0;
  std::vector<WeighedSentence> sentences_;
  std::vector<double> title_weight_;
  std::vector<std::string> title_stems_;
};

[[nodiscard]] double sum_of(const std::vector<double>& weights);

}  // namespace kiosque::passage
