#include "indexer/pipeline/read_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::pipeline {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

source::Input input(source::ContentKind kind, std::string bytes) {
  return {.kind = kind, .name = "a", .path = "/press/a", .bytes = std::move(bytes)};
}

TEST(ReadArticles, EveryEntryOfAFeedIsAnArticle) {
  const InputArticles found =
      read_articles(input(source::ContentKind::Feed, R"(<rss version="2.0"><channel>
      <title>Un journal</title>
      <item><title>Un</title><link>https://exemple.fr/1</link><description>Premier.</description></item>
      <item><title>Deux</title><link>https://exemple.fr/2</link><description>Second.</description></item>
      </channel></rss>)"));

  ASSERT_EQ(found.articles.size(), 2u);
  EXPECT_EQ(found.articles[1].url, "https://exemple.fr/2");
  EXPECT_TRUE(found.articles[1].summary_only);
}

TEST(ReadArticles, EntriesWithoutAddressStayApart) {
  const InputArticles found =
      read_articles(input(source::ContentKind::Feed, R"(<rss version="2.0"><channel>
      <item><title>Un</title><description>Premier.</description></item>
      <item><title>Deux</title><description>Second.</description></item></channel></rss>)"));

  ASSERT_EQ(found.articles.size(), 2u);
  EXPECT_THAT(found.articles[0].url, StartsWith("urn:xxh3:"));
  EXPECT_NE(found.articles[0].url, found.articles[1].url);
}

TEST(ReadArticles, AFileWithoutAddressIsKnownByItsPath) {
  const InputArticles found = read_articles(
      input(source::ContentKind::PlainText,
            "La pluie revient sur la Bretagne\n\nUne perturbation traverse la région depuis ce "
            "matin, et les averses dureront jusqu'à demain soir selon les prévisions.\n\nLe vent "
            "se lèvera dans la nuit sur les côtes, où les marins sont appelés à la prudence.\n"));

  ASSERT_EQ(found.articles.size(), 1u);
  EXPECT_EQ(found.articles[0].url, "file:///press/a");
}

TEST(ReadArticles, BadLinesAreNamedByTheirNumberInTheFile) {
  source::Input lines = input(source::ContentKind::JsonLines,
                              "{\"url\":\"https://exemple.fr/1\",\"body\":\"a\"}\n{\n");
  lines.first_line = 41;

  const InputArticles found = read_articles(lines);

  EXPECT_EQ(found.articles.size(), 1u);
  ASSERT_EQ(found.errors.size(), 1u);
  EXPECT_THAT(found.errors.front().message, HasSubstr("a:42: is not valid JSON"));
}

}  // namespace
}  // namespace kiosque::pipeline
