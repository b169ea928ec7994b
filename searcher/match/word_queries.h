#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "common/text/text.h"
#include "searcher/match/positional_source.h"
#include "searcher/meaning/looked_for.h"
#include "searcher/meaning/vocabulary.h"
#include "searcher/query/query.h"

namespace kiosque::match {

inline constexpr std::size_t kMaxExpansion = 100;  ///< words that one prefix stands for

/// Where words are sought.
struct Place {
  std::string_view prefix = index::prefix::kStem;
  bool stemmed = true;
  bool positions = true;
};

[[nodiscard]] Place place_of(const index::Field& field);

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

/// Queries that words must satisfy as they stand in the text: phrases, forms, beginnings. What they
/// look for goes to `looked_for`. All that is passed in must outlive it.
class WordQueries {
 public:
  WordQueries(const query::Ast& ast, text::Analyzer& analyzer,
              const meaning::Vocabulary& vocabulary, meaning::LookedFor& looked_for)
      : ast_(ast), analyzer_(analyzer), vocabulary_(vocabulary), looked_for_(looked_for) {}

  /// A word in any form; one of several tokens as a phrase; a pasted address as its article.
  [[nodiscard]] Xapian::Query word(const query::Node& node, const Place& place);

  /// Words side by side, each in the very form.
  [[nodiscard]] Xapian::Query phrase(const std::string& text, const Place& place);

  /// That a word or phrase of stop words alone is not there; nothing for other nodes. They have no
  /// posting list to be excluded by: each article that else matches is looked at.
  [[nodiscard]] std::optional<Xapian::Query> absent(const query::Node& node);

  /// Words at most so far from one another, in any order.
  [[nodiscard]] Xapian::Query near(const query::Node& node, const Place& place);

  /// Words that begin with the last token of `text`, under `op`; those before it are needed as they
  /// are.
  [[nodiscard]] Xapian::Query beginning(const std::string& text, const Place& place,
                                        Xapian::Query::op op);

  /// The article whose address was pasted, if the index holds it.
  [[nodiscard]] std::optional<Xapian::Query> pasted_url(const query::Node& node) const;

 private:
  Xapian::Query terms_beginning(const std::string& letters, const std::string& text,
                                const Place& place, Xapian::Query::op op);
  Xapian::Query forms_beginning(const std::string& letters, const std::string& text,
                                const Place& place, Xapian::Query::op op);

  const query::Ast& ast_;
  text::Analyzer& analyzer_;
  const meaning::Vocabulary& vocabulary_;
  meaning::LookedFor& looked_for_;
};

}  // namespace kiosque::match
