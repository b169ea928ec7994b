#include "indexer/stories/sketch.h"

#include <gtest/gtest.h>

#include "indexer/stories/stories.h"
#include "indexer/write/document_builder.h"

namespace kiosque::stories {
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

std::optional<Sketch> sketch_of(const index::Article& article) {
  return write::DocumentBuilder().build(article).sketch;
}

TEST(Sketch, CaseAndPunctuationDoNotCount) {
  const auto plain = sketch_of(article(words(0, 100)));
  const auto dressed = sketch_of({.body = {{index::BlockKind::Subhead, "MOT0, Mot7919…"},
                                           {index::BlockKind::Paragraph, words(2, 98)}}});

  ASSERT_TRUE(plain && dressed);
  EXPECT_EQ(distance(*plain, *dressed), 0);
}

TEST(Sketch, TypographyDoesNotCount) {
  const std::string text = words(0, 30);
  const auto typewriter =
      sketch_of(article(text + "\"L'eau\" est à 3 400 pas - dit-on... " + text));
  const auto typeset =
      sketch_of(article(text + "«\u00a0L’eau\u00a0» est à 3\u202f400 pas – dit-on… " + text));
  const auto cut = sketch_of(article(text + "est à 3 400 pas - dit-on\xE2\x80"));

  ASSERT_TRUE(typewriter && typeset && cut);
  EXPECT_EQ(*typewriter, *typeset);
}

TEST(Sketch, AnAddedSentenceKeepsTheStory) {
  const auto whole = sketch_of(article(words(0, 300)));
  const auto longer = sketch_of(article(words(0, 300) + words(900, 12)));

  ASSERT_TRUE(whole && longer);
  EXPECT_LE(distance(*whole, *longer), kSameStoryDistance);
}

TEST(Sketch, OtherTextsAreFarApart) {
  const auto one = sketch_of(article(words(0, 300)));
  const auto other = sketch_of(article(words(1000, 300)));

  ASSERT_TRUE(one && other);
  EXPECT_GT(distance(*one, *other), 35);
}

TEST(Sketch, AFewWordsHaveNone) { EXPECT_FALSE(sketch_of(article("Page introuvable."))); }

TEST(Sketch, RoundTripsThroughItsBytes) {
  const Sketch sketch{{0x0123456789abcdef, 0xfedcba9876543210}};

  EXPECT_EQ(decode_sketch(encode_sketch(sketch)), sketch);
  EXPECT_FALSE(decode_sketch("short"));
}

}  // namespace
}  // namespace kiosque::stories
