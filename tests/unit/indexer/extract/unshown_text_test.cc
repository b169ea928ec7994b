#include <gtest/gtest.h>

#include "indexer/extract/extract.h"

namespace kiosque::extract {
namespace {

const std::string kSentence =
    "Le tramway circulera de nouveau lundi, annonce la régie, qui a remplacé les rails du pont. ";

std::string repeated(int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += kSentence;
  return text;
}

index::Article extract(const std::string& page) {
  return from_html("<meta charset=utf-8>" + page, {.url = "https://ville.test/a"});
}

TEST(UnshownText, IsTheHtmlInAStringOfAScript) {
  const index::Article article =
      extract("<div id=root></div><script>self.state={\"html\":\"\\u003cp\\u003e" + repeated(4) +
              "\\u003c/p\\u003e\"}</script>");

  ASSERT_EQ(article.body.size(), 1U);
  EXPECT_TRUE(article.body[0].text.starts_with("Le tramway circulera"));
}

TEST(UnshownText, IsTheArticleBodyOfJsonLd) {
  const index::Article article = extract(
      R"(<div id=root></div><script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" +
      repeated(4) + "\\n" + repeated(1) + R"("}</script>)");

  EXPECT_EQ(article.body.size(), 2U);
}

TEST(UnshownText, IsLeftAloneWhereThePageShowsAnArticle) {
  const index::Article article = extract("<p>" + repeated(4) + "</p><script>x=\"<p>" +
                                         std::string(4000, 'x') + "</p>\"</script>");

  ASSERT_EQ(article.body.size(), 1U);
  EXPECT_TRUE(article.body[0].text.starts_with("Le tramway circulera"));
}

TEST(Hidden, PartsAreDroppedWhereAnArticleIsLeft) {
  const index::Article article =
      extract("<p>" + repeated(6) + "</p><p style='display: none'>Caché. " + repeated(8) + "</p>");

  ASSERT_EQ(article.body.size(), 1U);
  EXPECT_TRUE(article.body[0].text.starts_with("Le tramway circulera"));
}

}  // namespace
}  // namespace kiosque::extract
