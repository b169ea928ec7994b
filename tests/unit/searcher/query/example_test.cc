// The example of query.h.

#include <gtest/gtest.h>

#include "searcher/query/query.h"

namespace kiosque::query {
namespace {

TEST(QueryExample, ReadsADateAndAnExclusion) {
  const auto now = std::chrono::sys_days{std::chrono::year{2024} / 6 / 12};
  const Ast ast = parse_query("armes -Kiev depuis:mai", now);
  EXPECT_EQ(to_s_expression(ast.root), "(any armes (not Kiev) (filter (date 2024-05-01 *)))");
  EXPECT_TRUE(ast.notes.empty());  // all of it made sense
}

}  // namespace
}  // namespace kiosque::query
