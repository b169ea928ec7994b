#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "tests/support/temp_dir.h"

namespace kiosque::query {
namespace {

/// The examples of kiosque-query(7), one a line.
std::vector<std::string> read_examples() {
  std::ifstream manual(test::source_path("searcher/query/kiosque-query.7"));
  std::vector<std::string> examples;
  bool inside = false;
  for (std::string line; std::getline(manual, line);) {
    if (line.starts_with(".SH")) inside = line == ".SH EXAMPLES";
    if (!inside || line.starts_with(".")) continue;
    for (auto at = line.find("\\-"); at != std::string::npos; at = line.find("\\-")) {
      line.erase(at, 1);
    }
    examples.push_back(line);
  }
  return examples;
}

TEST(QueryManual, ExamplesAreUnderstood) {
  const auto now = std::chrono::sys_days{std::chrono::year{2024} / 6 / 12};
  const std::vector<std::string> examples = read_examples();

  ASSERT_GE(examples.size(), 20U);
  for (const std::string& example : examples) {
    const Ast ast = parse_query(example, now);
    EXPECT_TRUE(ast.notes.empty()) << example << " is read as " << to_s_expression(ast.root);
    EXPECT_NE(ast.root.kind, Node::Kind::All) << example;
  }
}

}  // namespace
}  // namespace kiosque::query
