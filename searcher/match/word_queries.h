#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "common/text/text.h"
#include "searcher/match/positional_source.h"
#include "searcher/meaning/meaning.h"
#include "searcher/query/query.h"

namespace kiosque::match {

using meaning::Place;

/// `parts` under one operator; a single part stays as it is.
[[nodiscard]] Xapian::Query combine(Xapian::Query::op op, const std::vector<Xapian::Query>& parts);

/// The pattern of so many words side by side.
[[nodiscard]] WordPattern phrase_of(std::size_t words);

/// All of `tokens`, standing as in `pattern` where their positions are known; those marked in
/// `in_form` (empty: none is) in the very form. In articles of `except` nobody looks where they
/// stand, and they are not found.
[[nodiscard]] Xapian::Query standing(const std::vector<text::Token>& tokens, const Place& place,
                                     WordPattern pattern, const std::vector<bool>& in_form = {},
                                     const Xapian::Query& except = Xapian::Query::MatchNothing);

/// Queries that words must satisfy as they stand in the text: phrases, forms, beginnings. `leaves`
/// must outlive it.
class WordQueries {
 public:
  explicit WordQueries(const std::vector<meaning::Leaf>& leaves) : leaves_(leaves) {}

  /// A word in any form; one of several tokens as a phrase; a pasted address as its article.
  [[nodiscard]] Xapian::Query word(const query::Node& node, const Place& place) const;

  /// A word wherever it stands, as either of its readings.
  [[nodiscard]] static Xapian::Query any_place(const text::Token& token);

  /// Words side by side, each in the very form.
  [[nodiscard]] Xapian::Query phrase(const query::Node& node, const Place& place) const;

  /// That a word or phrase of stop words alone is not there; nothing for other nodes. They have no
  /// posting list to be excluded by: each article that else matches is looked at.
  [[nodiscard]] std::optional<Xapian::Query> absent(const query::Node& node) const;

  /// Words at most so far from one another, in any order.
  [[nodiscard]] Xapian::Query near(const query::Node& node, const Place& place) const;

  /// Words that begin with the last token of a prefix, under `op`; those before it are needed as
  /// they are.
  [[nodiscard]] Xapian::Query beginning(const query::Node& node, const Place& place,
                                        Xapian::Query::op op) const;

  /// The article whose address was pasted, if the index holds it.
  [[nodiscard]] std::optional<Xapian::Query> pasted_url(const query::Node& node) const;

 private:
  [[nodiscard]] const meaning::Leaf& leaf_of(const query::Node& node) const {
    return leaves_[node.leaf];
  }

  const std::vector<meaning::Leaf>& leaves_;
};

}  // namespace kiosque::match
