#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/source/source.h"
#include "tests/support/temp_dir.h"

namespace kiosque::source {
namespace {

TEST(SourceExample, GivesTheInputsOfADirectory) {
  const test::TempDir temporary;
  temporary.write("a.html", "<html><p>Bonjour</p></html>");
  temporary.write("b.jsonl", R"({"url": "https://exemple.fr/", "body": "a"})");
  const std::string directory = temporary.path();
  std::vector<ContentKind> kinds;

  Reader reader(list_files({directory}).files);
  while (const auto input = reader.next()) {
    if (*input) kinds.push_back((*input)->kind);
  }

  EXPECT_THAT(kinds, testing::ElementsAre(ContentKind::Html, ContentKind::JsonLines));
}

}  // namespace
}  // namespace kiosque::source
