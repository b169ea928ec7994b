#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/date/date.h"
#include "searcher/passage/marked_text.h"
#include "searcher/query/note.h"

namespace kiosque::engine {

using passage::MarkedText;
using passage::Span;

/// Another source of a story: its name, and the address of its article.
struct StorySource {
  std::string source;
  std::string url;
  bool operator==(const StorySource&) const = default;
};

/// One result: a story, or one article of it.
struct Hit {
  std::size_t rank = 0;  ///< from 1, counted over all pages
  double score = 0;
  std::string url;
  MarkedText title;
  MarkedText snippet;  ///< fragments of the text joined by " … "
  std::string source;
  std::string section;
  std::string language;
  std::vector<std::string> authors;
  std::optional<date::Timestamp> published;
  bool paywalled = false;
  std::size_t other_sources = 0;       ///< lower bound of further articles of the same story
  std::vector<StorySource> elsewhere;  ///< sources of those that match too, oldest article first
  bool all_words = true;               ///< false: it has only some of the words of the query
  std::string explanation;             ///< with Request::explain
};

/// One value of a field and in how many of the hits it occurs.
struct FacetValue {
  std::string value;
  std::size_t count = 0;
};

struct Facet {
  std::string field;  ///< name in the schema: "source", "section", "author", "language", "month"
  std::vector<FacetValue> values;  ///< most frequent first
};

/// Hits of one month: the timeline is a list of these without gaps, oldest first.
struct TimelineBar {
  int year = 0;
  unsigned month = 0;  ///< 1 to 12
  std::size_t count = 0;
};

/// The answer to a Request.
struct Page {
  std::vector<Hit> hits;
  std::size_t offset = 0;
  std::size_t total = 0;  ///< `stories`, or `articles` where each is a hit: exact
  /// Articles with all words of the query in any form, or as another name, and the stories that
  /// they tell. If none has all, of those with most.
  std::size_t articles = 0;
  std::size_t stories = 0;
  bool all_words_first = false;  ///< hits with all words stand before those with some
  std::size_t reachable = 0;     ///< hits that the following pages have, those with some words too:
                                 ///< an estimate
  std::vector<Facet> facets;
  std::vector<TimelineBar> timeline;
  std::vector<query::Note> notes;
  std::string suggestion;    ///< the whole query as it may have been meant; empty: as typed
  std::string parsed_query;  ///< the query as it was read, an s-expression
  std::string explanation;   ///< with Request::explain: terms and weights
};

}  // namespace kiosque::engine
