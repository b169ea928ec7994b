#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "searcher/query/ast.h"

namespace kiosque::query {

/// Reads a query in the language of kiosque-query(7). Never fails: what makes no sense as syntax is
/// read as words, and a note says so. Time, memory and the size of the result are bounded.
///
/// `now` is what "hier" and "7j" are counted from.
[[nodiscard]] Ast parse_query(std::string_view query, std::chrono::sys_seconds now);

/// The clause `field:"value"`, whatever characters the value holds: how a program asks for the
/// value of a facet. Nothing if there is no such field, or its value is no date.
[[nodiscard]] std::optional<Node> field_clause(std::string_view field, std::string_view value,
                                               std::chrono::sys_seconds now);

}  // namespace kiosque::query
