#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/index/schema.h"
#include "searcher/query/lexer.h"
#include "searcher/query/query.h"

namespace kiosque::query {

/// True for what narrows a search and says nothing of its words.
[[nodiscard]] bool is_filter(const Node& node);

/// Gives the quotations among words side by side their role. Returns those that are not demanded,
/// since they are part of a pasted headline.
std::vector<Node*> demand_phrases(std::vector<Node>& clauses);

/// `source:rfi.fr source:lemonde.fr` asks for either.
void join_alternatives(std::vector<Node>& clauses);

/// What a date field asks for: `depuis:mai` is everything from the first of May on.
[[nodiscard]] TimeRange related(const TimeRange& range, DateRelation relation);

/// `value` sought in the words of a field. Words side by side are all demanded:
/// `titre:(armes Kiev)`.
[[nodiscard]] Node analysed_field(const index::Field& field, Node value);

/// `rubrique:(Sport OU Culture)` -> (or (section Sport) (section Culture)): a value is taken as it
/// is, whatever stands for words in it. `begin` is where the field's name stands.
[[nodiscard]] Node value_field(const index::Field& field, Node value, std::uint32_t begin);

/// The node of some words side by side: without the Any around a single clause; nothing for none.
[[nodiscard]] std::optional<Node> simplified(Node any);

}  // namespace kiosque::query
