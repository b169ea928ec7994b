#pragma once

#include <optional>
#include <vector>

#include "searcher/query/ast.h"

namespace kiosque::query {

/// True for what narrows a search and says nothing of its words.
[[nodiscard]] bool is_filter(const Node& node);

/// Gives the quotations among words side by side their role. Returns those that are not demanded,
/// since they are part of a pasted headline.
std::vector<Node*> demand_phrases(std::vector<Node>& clauses);

/// `source:rfi.fr source:lemonde.fr` asks for either.
void join_alternatives(std::vector<Node>& clauses);

/// The node of some words side by side: without the Any around a single clause; nothing for none.
[[nodiscard]] std::optional<Node> simplified(Node any);

}  // namespace kiosque::query
