#pragma once
// Turns what a query means into a query that Xapian runs.
//
// In: a Meaning, and the vocabulary of the index. Out: a Xapian::Query, with posting sources of
// ours where words must stand in a certain way.
// Main types: meaning::Meaning, Xapian::Query.
//
// Example (tests/unit/searcher/match/example_test.cc):
//   Xapian::Enquire enquire(index.database());
//   enquire.set_query(compile(meaning, vocabulary, .8));
//   const Xapian::MSet found = enquire.get_mset(0, 10);
//   EXPECT_EQ(found.size(), 1u);

#include <xapian.h>

#include <vector>

#include "searcher/meaning/meaning.h"
#include "searcher/meaning/vocabulary.h"

namespace kiosque::match {

/// Meaning -> terms of the index (common/index/schema.h, terms.h).
///
/// Words side by side are ranked, any of them being enough. Stop words do not rank; words
/// side by side that are nothing else must stand so, which is looked for in every article. What is
/// demanded, excluded or a field is a filter. A word of several tokens (États-Unis) is several
/// words where it is ranked and a phrase where it is a filter.
///
/// `variant_weight`, 0 to 1: share of a name that it and its other names count for as one word.
[[nodiscard]] Xapian::Query compile(const meaning::Meaning& meaning,
                                    const meaning::Vocabulary& vocabulary, double variant_weight);

/// What is counted: the articles that hold every word that was typed, in any form, as any of its
/// names, and a quotation as such. Nothing of it ranks.
struct AllWords {
  Xapian::Query all;                 ///< every word, and what is demanded besides
  Xapian::Query demanded;            ///< what must hold in any case: filters, exclusions
  std::vector<Xapian::Query> words;  ///< those of which compile() finds one to be enough
  bool one_is_enough = false;        ///< compile() may find articles that `all` does not
};
[[nodiscard]] AllWords all_words(const meaning::Meaning& meaning,
                                 const meaning::Vocabulary& vocabulary);

}  // namespace kiosque::match
