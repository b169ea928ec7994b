#include "common/index/article_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/result_matchers.h"

namespace kiosque::index {
namespace {

using ::testing::Eq;
using ::testing::HasSubstr;

Article full_article() {
  return {.url = "http://exemple.fr/a",
          .title = "« Été » \"indien\"",
          .standfirst = "Chapô.",
          .body = {{BlockKind::Subhead, "Titre"},
                   {BlockKind::Paragraph, "Texte d’été."},
                   {BlockKind::Quote, "Cité."},
                   {BlockKind::ListItem, "Point."}},
          .authors = {"A B", "C D"},
          .tags = {"x", "y"},
          .section = "Monde",
          .language = "fr",
          .source = "L'Exemple",
          .published = date::parse_timestamp("2024-06-03T10:05:00+02:00"),
          .updated = date::parse_timestamp("2024-06-04"),
          .paywalled = true,
          .summary_only = true};
}

TEST(ArticleFromJson, UrlAndBodyAreEnough) {
  const auto article =
      article_from_json(R"({"url":"HTTP://Exemple.fr/a#b","body":"Un.\n\nDeux."})");

  ASSERT_THAT(article, test::IsOk());
  EXPECT_EQ(article->url, "http://exemple.fr/a");
  EXPECT_EQ(article->source, "exemple.fr");
  EXPECT_EQ(article->body,
            (std::vector<Block>{{BlockKind::Paragraph, "Un."}, {BlockKind::Paragraph, "Deux."}}));
}

TEST(ArticleFromJson, LinesAreParagraphsWhereNoEmptyLineIs) {
  const auto article = article_from_json(R"({"url":"http://exemple.fr/a","body":"Un.\r\nDeux."})");

  ASSERT_THAT(article, test::IsOk());
  EXPECT_EQ(article->body.size(), 2u);
}

TEST(ArticleFromJson, AByteOrderMarkIsPassedOver) {
  EXPECT_THAT(article_from_json("\xEF\xBB\xBF{\"url\":\"http://exemple.fr/a\",\"body\":\"Un.\"}"),
              test::IsOk());
}

TEST(ArticleFromJson, OfAKeyTwiceTheLastCounts) {
  const auto article = article_from_json(
      R"({"url":null,"url":"http://exemple.fr/a","body":"Un.","title":"A","title":"B"})");

  ASSERT_THAT(article, test::IsOk());
  EXPECT_EQ(article->title, "B");
}

TEST(ArticleFromJson, SaysWhatIsWrong) {
  const auto fails = [](std::string_view line, const char* why) {
    EXPECT_THAT(article_from_json(line), test::FailsWith(ErrorCode::Invalid, HasSubstr(why)))
        << line;
  };
  fails("{", "not valid JSON");
  fails(R"({"url":"http://exemple.fr/","body":"a"} b)", "not valid JSON");
  fails(R"({"url":"http://exemple.fr/","body":"\ud83d"})", "not valid JSON");
  fails(R"({"url":"http://exemple.fr/","body":"a","id":123456789012345678901})", "64 bits");
  fails("{\"a\":" + std::string(5000, '[') + std::string(5000, ']') + "}", "too deeply");
  fails("[1]", "not a JSON object");
  fails(R"({"body":"a"})", "\"url\"");
  fails(R"({"url":"ftp://exemple.fr/","body":"a"})", "not an http or https address");
  fails(R"({"url":"http://exemple.fr/"})", "\"body\"");
  fails(R"({"url":"http://exemple.fr/","body":7})", "\"body\" is not a string");
  fails(R"({"url":"http://exemple.fr/","body":"a","authors":[1]})", "\"authors\" is not a list");
  fails(R"({"url":"http://exemple.fr/","body":"a","published":"demain"})", "\"published\"");
}

TEST(ArticleFromJson, IllFormedUtf8IsRepaired) {
  const auto article =
      article_from_json("{\"url\":\"http://exemple.fr/a\",\"body\":\"caf\xE9 noir\"}");

  ASSERT_THAT(article, test::IsOk());
  EXPECT_EQ(article->body.front().text, "caf\xEF\xBF\xBD noir");
}

TEST(ArticleToJson, IsReadBackUnchanged) {
  EXPECT_THAT(article_from_json(article_to_json(full_article())),
              test::IsOkAnd(Eq(full_article())));
}

TEST(ArticleToJson, LeavesOutWhatIsEmpty) {
  const Article article{.url = "http://exemple.fr/a", .body = {{.text = "Un."}, {.text = "Deux."}}};

  EXPECT_EQ(article_to_json(article), R"({"url":"http://exemple.fr/a","body":"Un.\n\nDeux."})");
}

TEST(ArticleToIndentedJson, HasEmptyFieldsButForDatesAndMarks) {
  const Article article{.url = "http://exemple.fr/a", .body = {{.text = "Un."}}};

  EXPECT_EQ(article_to_indented_json(article), R"({
  "url": "http://exemple.fr/a",
  "title": "",
  "standfirst": "",
  "body": "Un.",
  "structure": "p",
  "authors": [],
  "tags": [],
  "section": "",
  "language": "",
  "source": ""
}
)");
}

TEST(ExtractedToJson, HasAllFieldsAndTheStandfirstInTheBody) {
  const Article article{
      .url = "http://exemple.fr/a", .standfirst = "Chapô.", .body = {{.text = "Un."}}};

  EXPECT_EQ(extracted_to_json(article, "a.html", {"Le pont"}),
            R"({"id":"a.html","url":"http://exemple.fr/a","title":"","standfirst":"Chapô.",)"
            R"("author":[],"date":"","updated":"","language":"","section":"","tags":[],)"
            R"("paywalled":false,"structure":"p","captions":["Le pont"],"body":"Chapô.\n\nUn."})");
}

}  // namespace
}  // namespace kiosque::index
