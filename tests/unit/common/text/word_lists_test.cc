// Frequent words of the press: forms of one word, a line each, and words that only look alike.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/ascii.h"
#include "common/text/text.h"
#include "tests/support/temp_dir.h"

namespace kiosque::text {
namespace {

/// The lines of `file` of which all words have one stem, or (`as_one` false) of which not all have.
std::vector<std::string> listed_lines(const char* file, bool as_one, std::size_t& count) {
  const std::string content = test::read_bytes(test::source_path(file));
  Analyzer analyzer;
  std::vector<std::string> lines;
  count = 0;
  for (const std::string_view line : split(content, '\n')) {
    if (line.empty()) continue;
    ++count;
    std::set<std::string> stems;
    for (const std::string_view word : split(line, '\t')) {
      stems.insert(analyzer.analyze(word).at(0).stem);
    }
    if ((stems.size() == 1) == as_one) lines.emplace_back(line);
  }
  return lines;
}

TEST(WordLists, FormsOfAWordHaveOneStem) {
  std::size_t count = 0;
  const auto apart = listed_lines("tests/data/same_words.tsv", false, count);

  EXPECT_GT(count, 400u);
  EXPECT_LE(static_cast<double>(apart.size()), .005 * static_cast<double>(count))
      << testing::PrintToString(apart);
}

TEST(WordLists, UnlikeWordsHaveStemsOfTheirOwn) {
  std::size_t count = 0;
  const auto as_one = listed_lines("tests/data/unlike_words.tsv", true, count);

  EXPECT_GT(count, 40u);
  EXPECT_EQ(as_one, std::vector<std::string>{});
}

}  // namespace
}  // namespace kiosque::text
