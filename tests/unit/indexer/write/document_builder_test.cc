#include "indexer/write/document_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <sstream>

#include "common/index/positional_index.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace kiosque::write {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

index::Article sample() {
  index::Article article;
  article.url = "https://www.journal.example/monde/article-armes";
  article.title = "Des armes pour Kiev";
  article.standfirst = "Les restrictions tombent.";
  article.body = {{index::BlockKind::Paragraph, "Un. Deux. Trois. Quatre. Ukraine."}};
  article.authors = {"Anne Durand", "Éric Petit"};
  article.section = "International";
  article.language = "fr";
  article.source = "Le Journal";
  article.tags = {"Guerre en  Ukraine"};
  article.published =
      date::Timestamp{.utc = std::chrono::sys_days{std::chrono::year{2024} / 5 / 31}};
  return article;
}

std::vector<std::string> terms_of(const Xapian::Document& document) {
  return {document.termlist_begin(), document.termlist_end()};
}

/// The weight of `term` in the document; none if it is not in there.
std::optional<Xapian::termcount> weight_of(const Xapian::Document& document,
                                           const std::string& term) {
  auto found = document.termlist_begin();
  found.skip_to(term);
  if (found == document.termlist_end() || *found != term) return std::nullopt;
  return found.get_wdf();
}

std::vector<std::uint32_t> positions_of(const Xapian::Document& document, const std::string& term) {
  const std::vector<std::uint64_t> terms{index::position_hash(term)};
  std::vector<index::Occurrences> found(1);
  index::PositionalIndex(document.get_value(index::slot::kPositions)).find(terms, found);
  return found[0].positions;
}

TEST(DocumentBuilder, IndexesStemsAndFields) {
  DocumentBuilder builder;

  const auto terms = terms_of(builder.build(sample()).document);

  for (const auto* term :
       {"Zarme", "Sarme", "ZKiev", "Zrestriction", "Sdes", "Aanne", "Aeric", "Hjournal.example",
        "XSle journal", "Ginternational", "Lfr", "Kguerre en ukraine", "Uarticle", "Umonde"}) {
    EXPECT_THAT(terms, Contains(term));
  }
  EXPECT_THAT(terms, Contains(index::unique_term(sample().url)));
}

TEST(DocumentBuilder, KnowsWhereStopWordsStandWithoutPostings) {
  DocumentBuilder builder;

  const Xapian::Document document = builder.build(sample()).document;

  EXPECT_THAT(terms_of(document), Not(Contains("Zdes")));
  EXPECT_THAT(positions_of(document, "Zdes"), Not(IsEmpty()));
}

TEST(DocumentBuilder, AWordSpelledAsAStopWordWithoutItsAccentsIsPosted) {
  index::Article article = sample();
  article.body = {{index::BlockKind::Paragraph, "Ça, le CA l'a voté. Ça alors, mais le maïs."}};
  DocumentBuilder builder;

  const auto terms = terms_of(builder.build(article).document);

  EXPECT_THAT(terms, Contains("ZCa"));
  EXPECT_THAT(terms, Contains("Zmais'"));
  EXPECT_THAT(terms, Not(Contains("Zmais")));
}

TEST(DocumentBuilder, ListsTheFormsOfItsWordsOnce) {
  index::Article article = sample();
  article.body = {
      {index::BlockKind::Paragraph, "L'arme, les armes, l'armée. Des armes à Kiev le 31 mai."}};
  DocumentBuilder builder;
  std::vector<std::string> forms;
  std::istringstream lines(builder.build(article).forms);
  for (std::string line; std::getline(lines, line);) forms.push_back(line);

  EXPECT_THAT(forms, ElementsAre("armes\x1F"
                                 "arme",
                                 "kiev\x1F"
                                 "Kiev",
                                 "restrictions\x1F"
                                 "restriction",
                                 "tombent\x1F"
                                 "tomber",
                                 "arme\x1F"
                                 "arme",
                                 "armee\x1F"
                                 "armee",
                                 "mai\x1F"
                                 "mai"));
}

TEST(DocumentBuilder, WeighsTitleAndLeadMoreThanTheRest) {
  DocumentBuilder builder;

  const Xapian::Document document = builder.build(sample()).document;

  const auto title = weight_of(document, "ZKiev");
  const auto lead = weight_of(document, "Zdeux");
  const auto body = weight_of(document, "ZUkraine");
  EXPECT_GT(title, lead);
  EXPECT_GT(lead, body);
  EXPECT_GT(body, 0u);
}

TEST(DocumentBuilder, KeepsFieldsApartForPhrases) {
  DocumentBuilder builder;

  const Xapian::Document document = builder.build(sample()).document;

  const auto title_end = positions_of(document, "ZKiev");
  const auto next_field = positions_of(document, "Zles");
  ASSERT_THAT(title_end, ElementsAre(4u));
  ASSERT_EQ(next_field.size(), 1u);
  EXPECT_GT(next_field[0], title_end[0] + 50);
  EXPECT_EQ(index::PositionalIndex(document.get_value(index::slot::kPositions)).title_end(), 4u);
  EXPECT_THAT(positions_of(document, "Kiev"), ElementsAre());
}

TEST(DocumentBuilder, GivesFieldTermsNoWeight) {
  DocumentBuilder builder;

  const Xapian::Document document = builder.build(sample()).document;

  for (const auto* term : {"SKiev", "Aanne", "Hjournal.example", "Ginternational", "Lfr"}) {
    EXPECT_EQ(weight_of(document, term), 0u) << term;
  }
}

TEST(DocumentBuilder, StoresValuesAndTheRecord) {
  DocumentBuilder builder;
  const index::Article article = sample();

  const Xapian::Document document = builder.build(article).document;

  EXPECT_EQ(document.get_value(index::slot::kPublished),
            index::encode_time(article.published->utc));
  EXPECT_EQ(document.get_value(index::slot::kSource), "Le Journal");
  EXPECT_EQ(document.get_value(index::slot::kAuthors),
            "Anne Durand\x1F"
            "Éric Petit");
  EXPECT_EQ(index::decode_record(index::get_record(document)).value(), article);
}

TEST(DocumentBuilder, ListsEachFormOnceHoweverOftenItStands) {
  DocumentBuilder builder;
  index::Article article = sample();
  article.title.clear();
  article.standfirst.clear();
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "armes ";
  for (int i = 0; i < 100'000; ++i) text += "arme ";
  article.body = {{index::BlockKind::Paragraph, text}};

  EXPECT_EQ(builder.build(article).forms,
            "armes\x1F"
            "arme\narme\x1F"
            "arme\n");
}

TEST(DocumentBuilder, BuildsTheSameAfterAGiant) {
  DocumentBuilder builder;
  const Xapian::Document before = builder.build(sample()).document;
  index::Article giant = sample();
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "mot" + std::to_string(i) + ' ';
  giant.body = {{index::BlockKind::Paragraph, text}};
  (void)builder.build(giant);

  const Xapian::Document after = builder.build(sample()).document;

  EXPECT_EQ(terms_of(after), terms_of(before));
  EXPECT_EQ(after.get_value(index::slot::kPositions), before.get_value(index::slot::kPositions));
}

TEST(DocumentBuilder, StartsAnewWithEachArticle) {
  DocumentBuilder builder;
  const auto first = terms_of(builder.build(sample()).document);

  index::Article other;
  other.url = "https://a.example/b";
  other.body = {{index::BlockKind::Paragraph, "pluie"}};

  EXPECT_THAT(terms_of(builder.build(other).document), Not(Contains("ZKiev")));
  EXPECT_EQ(terms_of(builder.build(sample()).document), first);
}

}  // namespace
}  // namespace kiosque::write
