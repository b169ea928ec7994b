#pragma once

#include <cstddef>
#include <string_view>

#include "common/base/result.h"

namespace kiosque::rank {

/// How hits are ranked. The defaults are measured (scripts/relevance --explain shows what each step
/// brings); tests and experiments set others. Weights are shares of a word's idf.
struct Options {
  double k1 = 0.8;          ///< BM25: how soon more occurrences stop counting
  double idf_power = 0.8;   ///< < 1: rare words count a little less than their rarity says
  double all_exact = 0.1;   ///< all words in the form of the query: steep, little for half of them
  double first = 0.18;      ///< how early a word first stands
  double first_decay = 60;  ///< … in words
  double early = 0.225;     ///< how often it stands early
  double exact = 0.1;       ///< how often of that in the very form of the query
  double near = 0.07;       ///< how near two words stand
  double near_decay = 12;   ///< … in words
  double in_order = 0.21;   ///< two neighbours of the query, in the same order
  double stop_word = 1.1;   ///< a stop word of the query where it stood there, as an idf
  double variant = 0.8;     ///< share of a name that it and its other names count for as one
  double recency = 0.1;     ///< how new an article is
  double recency_half_life = 21;   ///< … in days
  std::size_t depth = 100;         ///< hits that are ranked again by all but BM25
  std::size_t longest_query = 16;  ///< words of a query above which BM25 alone ranks better
};

/// Sets one option from "KEY=VALUE"; a key is the name of a member with "-" for "_" ("idf-power").
/// Errors: Invalid, naming the keys there are, or what a value may be (0 to 1000; whole numbers for
/// depth and longest-query, above 0 for the decays).
[[nodiscard]] Status set_option(Options& options, std::string_view assignment);

}  // namespace kiosque::rank
