#pragma once
// Binds the words of a query to an index, once: what each stands for there, and how rare that is.
//
// In: the Ast of a query, each word of it analysed; an index. Out: a Meaning, which match, rank and
// passage read without an analyser.
// Main types: Analysed, Meaning, Word, Alternative.
// Also open to other rooms: searcher/meaning/analysed.h (a query analysed and not yet bound),
// searcher/meaning/vocabulary.h (what is asked of an index).
//
// Example (tests/unit/searcher/meaning/example_test.cc):
//   text::Analyzer analyzer;
//   const IndexVocabulary vocabulary(index.database(), index.forms());
//   const query::Ast ast = query::parse_query("des armes -Kiev", {});
//   const Meaning meaning = understand(analyse(ast, analyzer), vocabulary);
//   ASSERT_EQ(meaning.words.size(), 1u);  // neither the stop word nor what is excluded
//   EXPECT_EQ(meaning.words[0].typed, "armes");
//   EXPECT_EQ(meaning.words[0].alternatives[0].stem, "arme");

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "common/index/word_forms.h"
#include "common/text/text.h"
#include "common/text/variants.h"
#include "searcher/meaning/analysed.h"
#include "searcher/meaning/vocabulary.h"
#include "searcher/query/query.h"

namespace kiosque::meaning {

/// What a word of a query may stand as in an article.
struct Alternative {
  enum class Match {
    Stem,    ///< every inflected form
    Exact,   ///< this form only
    Prefix,  ///< words that begin with `exact`
  };
  std::string exact;  ///< Token::exact
  std::string stem;   ///< Token::stem
  Match match = Match::Stem;
  bool stop_word = false;  ///< marked within a phrase, but not ranked by
  std::size_t name = 0;    ///< 0: as typed; else the number of the other name it belongs to
  double idf = 1;          ///< log(1 + (N - n + .5) / (n + .5)), n of N articles having it
};

/// A word that a query looks for: what re-ranking weighs and what titles and snippets mark.
struct Word {
  std::string typed;                      ///< as typed, or as corrected
  std::vector<Alternative> alternatives;  ///< as typed first, then those of its other names
};

using Words = std::vector<Word>;

/// A query that is understood.
struct Meaning {
  query::Ast ast;                  ///< leaves hold their number; with the notes of how it was read
  std::vector<Leaf> leaves;        ///< what leaves say
  Words words;                     ///< what is looked for (not what is excluded), as typed first
  std::vector<text::Token> typed;  ///< of the whole query, as one text
  bool only_stop_words = false;    ///< nothing else ranks
  std::vector<query::Note> notes = {};       ///< on spelling and names
  std::vector<query::Note> word_notes = {};  ///< on what is looked for
  std::string suggestion = {};  ///< the whole query as it may have been meant; empty: as typed
};

inline constexpr std::size_t kMaxExpansion = 100;   ///< words that one prefix stands for
inline constexpr std::size_t kMaxRankedTerms = 64;  ///< words that rank; further ones are dropped

/// Where words are sought.
struct Place {
  std::string_view prefix = index::prefix::kStem;
  bool stemmed = true;
  bool positions = true;
};

[[nodiscard]] Place place_of(const index::Field& field);

/// An index, and names that mean the same.
struct Index {
  const Xapian::Database& database;
  const index::WordForms& forms;
  const text::Variants& variants;
};

/// What may become of the words of a query.
struct Options {
  bool expand_names = true;      ///< Kiev also finds Kyiv
  bool correct_spelling = true;  ///< replace a word that no article holds; else suggest only
};

/// The meaning of a query, its words taken as they are. Throws what `vocabulary` throws.
[[nodiscard]] Meaning understand(Analysed query, const Vocabulary& vocabulary);

/// The same with other names of what is named, and misspelt words put right. Throws what Xapian
/// throws.
[[nodiscard]] Meaning understand(Analysed query, const Index& index, text::Analyzer& analyzer,
                                 const Options& options);

/// Asks for the quotations of a query no longer, and notes it; false if it asked for none.
bool relax_phrases(Meaning& meaning, const Vocabulary& vocabulary);

/// True if something below `node` ranks that is no stop word.
[[nodiscard]] bool has_ranking_word(const query::Node& node, const std::vector<Leaf>& leaves);

/// At most `limit` words of the index that begin like the last word of `typed`, most frequent
/// first, each put in its place: "cour des com" -> "cour des comptes". None for less than two
/// letters.
[[nodiscard]] std::vector<std::string> complete(std::string_view typed, std::size_t limit,
                                                const Vocabulary& vocabulary,
                                                text::Analyzer& analyzer);

}  // namespace kiosque::meaning
