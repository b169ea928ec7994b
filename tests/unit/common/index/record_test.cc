#include "common/index/record.h"

#include <gtest/gtest.h>

#include "tests/support/result_matchers.h"

namespace kiosque::index {
namespace {

using test::FailsWith;

Article full_article() {
  Article article;
  article.url = "https://a.example/é";
  article.title = "L’été à Kyiv";
  article.standfirst = "Chapô.";
  article.body = {
      {BlockKind::Paragraph, "Un."}, {BlockKind::Subhead, "Deux"}, {BlockKind::Quote, ""}};
  article.authors = {"Anne Durand", "Marc Petit"};
  article.tags = {"armes"};
  article.section = "International";
  article.language = "fr";
  article.source = "La Gazette";
  article.published = date::Timestamp{std::chrono::sys_seconds(std::chrono::seconds(-86'400)),
                                      std::chrono::minutes(-210), false};
  article.updated = date::Timestamp{{}, std::nullopt, true};
  article.paywalled = true;
  return article;
}

TEST(Record, RoundTripsEveryField) {
  const Article article = full_article();

  EXPECT_EQ(decode_record(encode_record(article)).value(), article);
  EXPECT_EQ(decode_record(encode_record(Article{})).value(), Article{});
}

TEST(Record, HeadIsTheArticleWithoutBody) {
  Article article = full_article();
  const std::string data = encode_record(article);
  article.body.clear();

  EXPECT_EQ(decode_record_head(data).value(), article);
}

TEST(Record, EveryTruncationIsCorrupt) {
  const std::string data = encode_record(full_article());

  for (std::size_t length = 0; length < data.size(); ++length) {
    EXPECT_THAT(decode_record(std::string_view(data).substr(0, length)),
                test::FailsWith(ErrorCode::Corrupt))
        << length;
  }
}

}  // namespace
}  // namespace kiosque::index
