#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kiosque::engine {

enum class Sort {
  Relevance,   ///< BM25F, proximity, lead, gentle recency
  Date,        ///< newest first
  DateOldest,  ///< oldest first
};

/// What every hit must be, beside the words that rank it: the value of a facet, or a period.
struct Filter {
  std::string field;  ///< a field of the schema ("source", "section", "author", "language", "date")
  std::string value;  ///< as a Facet gives it; for "date" what a query may write: "2024-05", "7j"
  bool operator==(const Filter&) const = default;
};

/// What to search for, and how much of it to give back.
struct Request {
  std::string query;            ///< as the user typed it, UTF-8
  std::vector<Filter> filters;  ///< all must hold; with no query: every article they let through
  std::size_t offset = 0;       ///< hits to skip
  std::size_t limit = 10;       ///< hits to return, at most kMaxLimit
  Sort sort = Sort::Relevance;
  bool collapse_stories = true;  ///< one hit a story; its other sources are counted on the hit
  bool correct_spelling = true;  ///< replace a word that no article holds by its nearest neighbour
  bool expand_variants = true;   ///< Kiev also finds Kyiv
  bool all_words = false;        ///< each word but stop words is needed: for feeds and alerts
  bool with_facets = false;
  bool with_timeline = false;
  bool with_snippets = true;
  bool explain = false;              ///< fill Page::explanation and Hit::explanation
  std::size_t snippet_length = 240;  ///< characters

  bool operator==(const Request&) const = default;
};

inline constexpr std::size_t kMaxLimit = 1000;

}  // namespace kiosque::engine
