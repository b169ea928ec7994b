#pragma once

#include <cstdint>

#include "common/index/schema.h"
#include "searcher/query/ast.h"
#include "searcher/query/lexer.h"

namespace kiosque::query {

/// What a date field asks for: `depuis:mai` is everything from the first of May on.
[[nodiscard]] TimeRange related(const TimeRange& range, DateRelation relation);

/// `value` sought in the words of a field. Words side by side are all demanded:
/// `titre:(armes Kiev)`.
[[nodiscard]] Node analysed_field(const index::Field& field, Node value);

/// `rubrique:(Sport OU Culture)` -> (or (section Sport) (section Culture)): a value is taken as it
/// is, whatever stands for words in it. `begin` is where the field's name stands.
[[nodiscard]] Node value_field(const index::Field& field, Node value, std::uint32_t begin);

}  // namespace kiosque::query
