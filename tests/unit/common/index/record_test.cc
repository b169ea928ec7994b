#include "common/index/record.h"

#include <gtest/gtest.h>

#include "common/index/schema.h"
#include "tests/support/result_matchers.h"

namespace kiosque::index {
namespace {

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

TEST(RecordSlot, GivesBackWhatWasStoredInLess) {
  Xapian::Document document;
  std::string record;
  for (int i = 0; i < 200; ++i) record += "le premier ministre a dit ";

  set_record(document, record);

  EXPECT_EQ(get_record(document), record);
  EXPECT_LT(document.get_value(slot::kRecord).size(), record.size() / 10);
}

TEST(RecordSlot, ReadsWhereSchema2KeptIt) {
  Xapian::Document document;
  document.set_data("un article");

  EXPECT_EQ(get_record(document), "un article");
}

TEST(RecordSlot, BrokenBytesAreNoRecord) {
  Xapian::Document document;
  EXPECT_EQ(get_record(document), "");
  set_record(document, "un article, un deuxième article, un troisième article");
  const std::string whole = document.get_value(slot::kRecord);
  for (std::size_t size = 1; size < whole.size(); ++size) {
    document.add_value(slot::kRecord, whole.substr(0, size));
    EXPECT_EQ(get_record(document), "") << size;
  }
  // A frame that claims to hold more than there is memory for.
  document.add_value(slot::kRecord,
                     std::string("\x28\xB5\x2F\xFD\xE0", 5) + std::string(8, '\x7F'));
  EXPECT_EQ(get_record(document), "");
}

}  // namespace
}  // namespace kiosque::index
