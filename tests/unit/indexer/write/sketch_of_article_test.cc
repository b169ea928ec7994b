#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "indexer/stories/stories.h"
#include "indexer/write/document_builder.h"

namespace kiosque::write {
namespace {

/// A text of `count` different words, from the `first`.
std::string words(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) text += "mot" + std::to_string(i * 7919) + " ";
  return text;
}

index::Article article(const std::string& body) {
  return {.body = {{index::BlockKind::Paragraph, body}}};
}

std::optional<stories::Sketch> sketch_of(const index::Article& article) {
  return DocumentBuilder().build(article).sketch;
}

TEST(SketchOfAnArticle, CaseAndPunctuationDoNotCount) {
  const auto plain = sketch_of(article(words(0, 100)));
  const auto dressed = sketch_of({.body = {{index::BlockKind::Subhead, "MOT0, Mot7919…"},
                                           {index::BlockKind::Paragraph, words(2, 98)}}});

  ASSERT_TRUE(plain && dressed);
  EXPECT_EQ(stories::distance(*plain, *dressed), 0);
}

TEST(SketchOfAnArticle, TypographyDoesNotCount) {
  const std::string text = words(0, 30);
  const auto typewriter =
      sketch_of(article(text + "\"L'eau\" est à 3 400 pas - dit-on... " + text));
  const auto typeset =
      sketch_of(article(text + "«\u00a0L’eau\u00a0» est à 3\u202f400 pas – dit-on… " + text));
  const auto cut = sketch_of(article(text + "est à 3 400 pas - dit-on\xE2\x80"));

  ASSERT_TRUE(typewriter && typeset && cut);
  EXPECT_EQ(*typewriter, *typeset);
}

TEST(SketchOfAnArticle, AnAddedSentenceKeepsTheStory) {
  const auto whole = sketch_of(article(words(0, 300)));
  const auto longer = sketch_of(article(words(0, 300) + words(900, 12)));

  ASSERT_TRUE(whole && longer);
  EXPECT_LE(stories::distance(*whole, *longer), stories::kSameStoryDistance);
}

TEST(SketchOfAnArticle, OtherTextsAreFarApart) {
  const auto one = sketch_of(article(words(0, 300)));
  const auto other = sketch_of(article(words(1000, 300)));

  ASSERT_TRUE(one && other);
  EXPECT_GT(stories::distance(*one, *other), 35);
}

TEST(SketchOfAnArticle, AFewWordsHaveNone) {
  EXPECT_FALSE(sketch_of(article("Page introuvable.")));
}

}  // namespace
}  // namespace kiosque::write
