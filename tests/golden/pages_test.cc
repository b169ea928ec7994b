// What extraction finds in the pages of corpus/, held against what a person would find there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/date/date.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/text/words.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

/// The worst body may miss or hold a short line too many.
constexpr double kWorstBody = 0.95;
constexpr double kMeanBody = 0.99;
/// Not as a person would say: the site named as author of its own texts, "Le Fanal avec
/// Hexapresse".
constexpr std::size_t kAuthorsMissed = 4;
/// Not found: sections that stand in a line above the headline without any mark.
constexpr std::size_t kSectionsMissed = 7;
/// Not found: standfirsts that neither class nor description marks.
constexpr std::size_t kStandfirstsMissed = 2;

struct Page {
  std::string name;
  nlohmann::json expected;
  index::Article found;
};

std::vector<Page> read_pages() {
  std::vector<Page> pages;
  for (const auto& entry : std::filesystem::directory_iterator(source_path("corpus/pages"))) {
    if (!entry.is_directory()) continue;
    Page page;
    page.name = entry.path().filename().string();
    page.expected = nlohmann::json::parse(read_bytes(entry.path() / "expected.json"));
    page.found = extract::from_html(read_bytes(entry.path() / "source.html"),
                                    {page.expected.at("url").get<std::string>(), "text/html"});
    pages.push_back(std::move(page));
  }
  return pages;
}

class CorpusPages : public testing::Test {
 protected:
  const std::vector<Page> pages_ = read_pages();

  void SetUp() override { ASSERT_GE(pages_.size(), 31u); }
};

/// F1 of the words of two texts, each word as often as it stands there.
double f1(const std::string& found, const std::string& expected) {
  std::map<std::string, int> left;
  const auto wanted = extract::text::words_of(expected);
  for (const std::string& word : wanted) ++left[word];
  const auto got = extract::text::words_of(found);
  const auto hits = std::count_if(got.begin(), got.end(),
                                  [&](const std::string& word) { return left[word]-- > 0; });
  return 2.0 * static_cast<double>(hits) / static_cast<double>(got.size() + wanted.size());
}

TEST_F(CorpusPages, TitleUrlAndLanguageAreExact) {
  for (const Page& page : pages_) {
    EXPECT_EQ(page.found.title, page.expected.at("title")) << page.name;
    EXPECT_EQ(page.found.url, page.expected.at("url")) << page.name;
    EXPECT_EQ(page.found.language, page.expected.at("language")) << page.name;
  }
}

TEST_F(CorpusPages, PublicationIsTheMomentOnThePage) {
  for (const Page& page : pages_) {
    ASSERT_TRUE(page.found.published) << page.name;

    EXPECT_EQ(date::format_iso8601(*page.found.published), page.expected.at("published"))
        << page.name;
  }
}

TEST_F(CorpusPages, BodyIsTheArticleAndLittleElse) {
  double sum = 0;
  for (const Page& page : pages_) {
    std::string expected;
    for (const auto& block : page.expected.at("body")) expected += block.get<std::string>() + "\n";

    const double score = f1(index::body_text(page.found), expected);

    EXPECT_GE(score, kWorstBody) << page.name << ":\n" << index::body_text(page.found);
    sum += score;
  }
  EXPECT_GE(sum / static_cast<double>(pages_.size()), kMeanBody);
}

/// The pages for which `field` is not as expected, one a line with what was found.
template <typename Found>
std::vector<std::string> misses(const std::vector<Page>& pages, const char* field, Found found) {
  std::vector<std::string> lines;
  for (const Page& page : pages) {
    const nlohmann::json value = found(page.found);
    const nlohmann::json expected = page.expected.value(field, nlohmann::json());
    if (expected.is_null() || value == expected) continue;
    lines.push_back(page.name + ": " + value.dump() + ", not " + expected.dump() + "\n");
  }
  return lines;
}

TEST_F(CorpusPages, NearlyEveryAuthorIsExact) {
  const auto missed = misses(pages_, "authors", [](const index::Article& a) { return a.authors; });

  EXPECT_LE(missed.size(), kAuthorsMissed) << testing::PrintToString(missed);
}

TEST_F(CorpusPages, NearlyEveryStandfirstIsExact) {
  const auto missed =
      misses(pages_, "standfirst", [](const index::Article& a) { return a.standfirst; });

  EXPECT_LE(missed.size(), kStandfirstsMissed) << testing::PrintToString(missed);
}

TEST_F(CorpusPages, NearlyEverySectionIsExact) {
  const auto missed = misses(pages_, "section", [](const index::Article& a) { return a.section; });

  EXPECT_LE(missed.size(), kSectionsMissed) << testing::PrintToString(missed);
}

}  // namespace
}  // namespace kiosque::test
