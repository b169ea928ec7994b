#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/text.h"
#include "searcher/meaning/vocabulary.h"
#include "searcher/query/query.h"

namespace kiosque::meaning {

/// The words of an index that a prefix stands for, in one place.
struct Beginning {
  std::string_view place;          ///< prefix of the terms there: see Place
  std::vector<std::string> terms;  ///< where terms are forms: those that begin so
  std::vector<Vocabulary::FormExpansion::Word> words;  ///< where they are stems
};

/// What is known of a leaf of an Ast: of a word as typed, a phrase, an exact form or a prefix.
struct Leaf {
  std::vector<text::Token> tokens = {};  ///< understood: with the stems that the index holds

  // Once it is understood:
  std::vector<std::size_t> ranked = {};    ///< of `tokens`, where it is one of words side by side
  std::string article = {};                ///< the term of the article whose address was pasted
  std::vector<Beginning> beginnings = {};  ///< of a prefix, for each place it is sought in
};

/// A query that is analysed: each leaf, and the whole as one text for the words beside words.
struct Analysed {
  query::Ast ast;                                   ///< leaves hold their number
  std::vector<Leaf> leaves = std::vector<Leaf>(1);  ///< the first, of other nodes, has no tokens
  std::vector<text::Token> typed = {};              ///< of the whole query, as one text
};

/// Analyses the words of `ast`.
[[nodiscard]] Analysed analyse(query::Ast ast, text::Analyzer& analyzer);

/// The number of a new leaf of `tokens`.
std::uint32_t add_leaf(std::vector<Leaf>& leaves, std::vector<text::Token> tokens);

/// Calls `use` for every leaf below `node`, and `node`; not for values of fields, which are taken
/// as they are.
void for_each_leaf(const query::Node& node, const std::function<void(const query::Node&)>& use);

}  // namespace kiosque::meaning
