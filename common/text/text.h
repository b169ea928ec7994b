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
//   EXPECT_EQ(tokens[1].stem, "liberer");
//   EXPECT_EQ(tokens[3].stem, "Lo");  // a name is itself, with a capital
//   EXPECT_EQ(tokens[3].position, 4u);

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::text {

/// Changes when the same text gives other terms, the lexicon's version within: an index is only as
/// good as the query's analyser.
[[nodiscard]] std::string analyzer_version();

/// A word of a text. `begin` and `end` are bytes of the analysed text, so that it can be marked.
struct Token {
  std::string exact;        ///< elided, lower case, folded: `Élysée` -> `elysee`
  std::string stem;         ///< of a word its lemma, of a name itself with a capital (Mali, mali)
  std::string also;         ///< its other reading, where the capital does not tell; mostly empty
  std::uint32_t begin = 0;  ///< first byte, after an elided article: in `d'armes` that of `a`
  std::uint32_t end = 0;    ///< one past the last byte
  /// Counts words from 1; parts of one hyphenated word follow each other.
  std::uint32_t position = 0;
  bool stop_word = false;    ///< too common to rank by (phrases need its positions all the same)
  bool capitalised = false;  ///< began with a capital letter
  bool in_lexicon = false;   ///< with these accents, as a word or a name
};

/// True for the stem of a name, of Latin letters: those of words have no capital.
[[nodiscard]] bool is_name(std::string_view stem) noexcept;

/// French text -> tokens: the only pipeline, used by indexer, query and highlighter alike.
///
///   tokenise > elide > fold > stop words > lexicon      (one file of this folder each)
///
/// A word stands for its lemma: yeux, œil. A name stands for itself: what has a capital within a
/// sentence, where the lexicon has it as a name or not at all, and behind a first name (Ségolène
/// Royal). At the beginning of a sentence, or
/// in capitals, it is one if it is no word, or no lemma (Paris); else, unless another name follows
/// (Pierre Dupont), it is undecided: a word which may also be a name.
///
/// An Analyzer remembers words: keep one a thread. Not safe from two threads at once.
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

  /// The tokens of words that somebody typed. In small letters a word may be a name, and is looked
  /// for as both; with a capital it is the name, but where it `begins` what was typed.
  [[nodiscard]] std::vector<Token> analyze_query(std::string_view text, bool begins = false);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::text
