#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace kiosque {

enum class Sort {
  Relevance,   ///< BM25F, proximity, lead, gentle recency
  Date,        ///< newest first
  DateOldest,  ///< oldest first
};

/// What to search for, and how much of it to give back.
struct Request {
  std::string query;       ///< as the user typed it, UTF-8
  std::size_t offset = 0;  ///< hits to skip
  std::size_t limit = 10;  ///< hits to return, at most kMaxLimit
  Sort sort = Sort::Relevance;
  bool collapse_stories = true;  ///< one hit a story; its other sources are counted on the hit
  bool correct_spelling = true;  ///< replace a word that no article holds by its nearest neighbour
  bool expand_variants = true;   ///< Kiev also finds Kyiv
  bool with_facets = false;
  bool with_timeline = false;
  bool with_snippets = true;
  bool explain = false;              ///< fill Page::explanation and Hit::explanation
  std::size_t snippet_length = 240;  ///< characters
};

inline constexpr std::size_t kMaxLimit = 1000;

}  // namespace kiosque
