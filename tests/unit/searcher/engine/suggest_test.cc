#include "searcher/engine/suggest.h"

#include <gtest/gtest.h>

#include "indexer/build/document_builder.h"
#include "searcher/engine/edit_distance.h"
#include "searcher/query/parser.h"

namespace kiosque {
namespace {

Xapian::WritableDatabase sample() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  DocumentBuilder builder;
  int number = 0;
  for (const auto* body : {"Genève accueille le salon", "un salon à Genève", "armes et armées"}) {
    Article article;
    article.url = "https://journal.example/" + std::to_string(++number);
    article.body = {{BlockKind::Paragraph, body}};
    database.add_document(builder.build(article));
  }
  return database;
}

struct Checked {
  std::string query;
  SpellingAdvice advice;
};

Checked check(std::string_view query, Spelling mode = Spelling::Correct) {
  Analyzer analyzer;
  Ast ast = parse(query, {});
  auto advice = check_spelling(ast, sample(), analyzer, mode);
  return {to_s_expression(ast.root), std::move(advice)};
}

TEST(CheckSpelling, ReplacesAWordThatNoArticleHolds) {
  const auto [query, advice] = check("salon genvèe");

  EXPECT_NE(query.find("Genève"), std::string::npos) << query;
  ASSERT_EQ(advice.notes.size(), 1u);
  EXPECT_EQ(advice.notes[0].kind, Note::Kind::Corrected);
  EXPECT_EQ(advice.notes[0].subject, "genvèe");
}

TEST(CheckSpelling, ReplacesAFormThatNoArticleHoldsOfAMuchRarerWord) {
  Xapian::WritableDatabase database = sample();
  DocumentBuilder builder;
  auto add = [&, number = 0](const std::string& body) mutable {
    Article article;
    article.url = "https://autre.example/" + std::to_string(++number);
    article.body = {{BlockKind::Paragraph, body}};
    database.add_document(builder.build(article));
  };
  const auto corrects = [&](std::string_view query) {
    Analyzer analyzer;
    Ast ast = parse(query, {});
    return check_spelling(ast, database, analyzer, Spelling::Correct).notes.size() == 1;
  };
  add("deux ministes");
  for (int i = 0; i < 5; ++i) add("le ministre");

  EXPECT_FALSE(corrects("ministe"));  // "ministes" may be what is meant

  for (int i = 0; i < 10; ++i) add("le ministre");

  EXPECT_TRUE(corrects("ministe"));
  EXPECT_FALSE(corrects("ministres"));  // a form of what articles hold
}

TEST(CheckSpelling, OnlySuggestsWhenAsked) {
  const auto [query, advice] = check("salon genvèe", Spelling::Suggest);

  EXPECT_NE(query.find("genvèe"), std::string::npos) << query;
  EXPECT_EQ(advice.suggestion, "salon Genève");
}

TEST(CheckSpelling, LeavesKnownWordsPhrasesAndFieldsAlone) {
  for (const auto* query : {"armée salon", "arme", "\"genvèe\"", "=genvee", "titre:genvee"}) {
    EXPECT_TRUE(check(query).advice.notes.empty()) << query;
  }
}

TEST(EditDistance, CountsSlips) {
  EXPECT_EQ(edit_distance("salon", "salon", 2), 0);
  EXPECT_LT(edit_distance("genvee", "geneve", 2), 1);
  EXPECT_LT(edit_distance("mministre", "ministre", 2), 1);
  EXPECT_EQ(edit_distance("pluie", "plui", 2), 1);
  EXPECT_GT(edit_distance("pluie", "soleil", 2), 2);
}

}  // namespace
}  // namespace kiosque
