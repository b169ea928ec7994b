#pragma once
// Picks the passage of an article that answers a query, and marks the words that match.
//
// In: an article and the words of a Meaning. Out: MarkedText.
// Main types: MarkedText, Span.
// Also open to other rooms: searcher/passage/marked_text.h (text and marks alone).
//
// Example (tests/unit/searcher/passage/example_test.cc):
//   const MarkedText snippet = make_snippet(article, words, analyzer, 40);
//   EXPECT_EQ(snippet.text, "Le conseil a voté des restrictions.");
//   ASSERT_EQ(snippet.marks.size(), 1u);
//   const auto [begin, end] = snippet.marks[0];
//   EXPECT_EQ(snippet.text.substr(begin, end - begin), "restrictions");

#include <cstddef>
#include <string_view>

#include "common/index/article.h"
#include "common/text/text.h"
#include "searcher/meaning/meaning.h"
#include "searcher/passage/marked_text.h"

namespace kiosque::passage {

/// The passage of an article that answers a query, with the words that match marked.
///
/// Sentences are weighed by the idf of the distinct query words in them, words near each other, the
/// very form before an inflected one, early sentences before late ones; words that the title shows
/// already count less. Words that stand apart make two fragments, joined by " … ". Text is cut
/// between words, and never inside « » or before the punctuation that French sets off by a space.
/// Without a match it is the beginning of the text.
///
/// `length` is in characters and is not exceeded. Pure: the same input gives the same passage.
[[nodiscard]] MarkedText make_snippet(const index::Article& article, const meaning::Words& words,
                                      text::Analyzer& analyzer, std::size_t length);

/// `text` with the words that match marked: for titles.
[[nodiscard]] MarkedText mark_words(std::string_view text, const meaning::Words& words,
                                    text::Analyzer& analyzer);

}  // namespace kiosque::passage
