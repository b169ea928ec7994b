#pragma once
// Turns French text into the words that are indexed and looked for.
//
// In: valid UTF-8, of an article or of a query. Out: Tokens, with their place in the text.
// Main types: Token, Analyzer.
// Also open to other rooms: common/text/fold.h (lower case, no accents: for what is compared
// whole), common/text/acronyms.h (ONU, as an article explains it), common/text/transliteration.h
// (Zelensky, Zelenski), common/text/variants.h (Kiev, Kyiv).
//
// Example (tests/unit/common/text/example_test.cc):
//   Analyzer analyzer;
//   const std::vector<Token> tokens = analyzer.analyze("L'armée libère Saint-Lô");
//   EXPECT_EQ(tokens.size(), 4u);
//   EXPECT_EQ(tokens[0].exact, "armee");  // the elided article is no word
//   EXPECT_EQ(tokens[1].stem, analyzer.analyze("libérer")[0].stem);
//   EXPECT_EQ(tokens[3].position, 4u);

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::text {

/// Changes when the same text gives other terms: an index is only as good as the query's analyser.
inline constexpr int kAnalyzerVersion = 1;

/// A word of a text. `begin` and `end` are bytes of the analysed text, so that it can be marked.
struct Token {
  std::string exact;        ///< elided, lower case, folded: `Élysée` -> `elysee`
  std::string stem;         ///< what inflected forms share; equals `exact` for numbers
  std::uint32_t begin = 0;  ///< first byte, after an elided article: in `d'armes` that of `a`
  std::uint32_t end = 0;    ///< one past the last byte
  /// Counts words from 1; parts of one hyphenated word follow each other.
  std::uint32_t position = 0;
  bool stop_word = false;    ///< too common to rank by (phrases need its positions all the same)
  bool capitalised = false;  ///< began with a capital letter
};

/// French text -> tokens: the only pipeline, used by indexer, query and highlighter alike.
///
///   tokenise > elide > fold > stop words > stem      (one file of this folder each)
///
/// An Analyzer caches stems: keep one a thread. Not safe from two threads at once.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The tokens of `text`, in order. Ill-formed UTF-8 separates words.
  [[nodiscard]] std::vector<Token> analyze(std::string_view text);

  /// The same into `tokens`, whose memory is used again.
  void analyze(std::string_view text, std::vector<Token>& tokens);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::text
