// What the documents say must be true: the paths they name exist, and they stay short.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "tests/house/source_tree.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

namespace fs = std::filesystem;

const std::vector<std::pair<std::string, long>> kDocuments = {
    {"README.md", 150},    {"ARCHITECTURE.md", 250},  {"CONTRIBUTING.md", 100},
    {"CHANGELOG.md", 300}, {"corpus/README.md", 100}, {"common/index/SCHEMA.md", 200},
};

/// Paths a document names in backquotes: `common/text/text.h`, `indexer/feed/`. What has an
/// upper-case placeholder (`pages/SLUG/`) or a star is a pattern, not a path.
std::vector<std::string> named_paths(const std::string& document) {
  static const std::regex kPath(
      R"re(`((?:common|indexer|searcher|tests|scripts|corpus|cmake|docs|\.ci)/[^`\s]*)`)re");
  std::vector<std::string> paths = matches(document, kPath);
  static const std::regex kPattern(R"re([*<>{}]|/[A-Z]{3,}(?:[/.]|$))re");
  std::erase_if(paths, [](const std::string& path) { return std::regex_search(path, kPattern); });
  return paths;
}

TEST(Documents, AreShortEnoughToBeRead) {
  for (const auto& [name, limit] : kDocuments) {
    const std::string text = read_bytes(source_path(name));
    EXPECT_GT(text.size(), 200u) << name;
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), limit) << name;
  }
}

TEST(Documents, NameOnlyPathsThatExist) {
  std::size_t count = 0;
  for (const auto& [name, limit] : kDocuments) {
    for (const std::string& path : named_paths(read_bytes(source_path(name)))) {
      EXPECT_TRUE(fs::exists(source_path(path))) << name << " names " << path;
      ++count;
    }
  }
  EXPECT_GT(count, 30u);
}

TEST(Documents, LinkOnlyToFilesThatExist) {
  static const std::regex kLink(R"re(\]\(([^)#:]+)\))re");
  for (const auto& [name, limit] : kDocuments) {
    const fs::path folder = source_path(name).parent_path();
    for (const std::string& link : matches(read_bytes(source_path(name)), kLink)) {
      EXPECT_TRUE(fs::exists(folder / link)) << name << " links to " << link;
    }
  }
}

}  // namespace
}  // namespace kiosque::test
