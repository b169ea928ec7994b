#include "searcher/meaning/meaning.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/small_index.h"

namespace kiosque::meaning {
namespace {

using testing::ElementsAre;

/// What queries mean to an index of two articles.
class UnderstandTest : public testing::Test {
 protected:
  void SetUp() override {
    index_.add("Des armes pour Kiev, dit le premier ministre à Kyiv.");
    index_.add("La paix à Moscou");
    variants_.add("Kiev = Kyiv\n");
  }

  Meaning meaning_of(std::string_view query) {
    const auto forms = index_.forms();
    return understand(analyse(query::parse_query(query, {}), analyzer_),
                      {index_.database(), forms, variants_}, analyzer_, {});
  }

  static std::vector<std::string> typed(const Meaning& meaning) {
    std::vector<std::string> words;
    for (const Word& word : meaning.words) words.push_back(word.typed);
    return words;
  }

  test::SmallIndex index_;
  text::Analyzer analyzer_;
  text::Variants variants_;
};

TEST_F(UnderstandTest, WordsAreWhatIsLookedForAndNotWhatIsExcluded) {
  EXPECT_THAT(typed(meaning_of("armes paix armes -Moscou")), ElementsAre("armes", "paix"));
}

TEST_F(UnderstandTest, AnotherNameIsAnAlternativeOfTheWord) {
  const Meaning meaning = meaning_of("Kiev");

  ASSERT_EQ(meaning.words.size(), 1U);
  ASSERT_EQ(meaning.words[0].alternatives.size(), 2U);
  EXPECT_EQ(meaning.words[0].alternatives[0].name, 0U);
  EXPECT_EQ(meaning.words[0].alternatives[1].exact, "kyiv");
  EXPECT_EQ(meaning.words[0].alternatives[1].name, 1U);
  ASSERT_EQ(meaning.notes.size(), 1U);
  EXPECT_EQ(meaning.notes[0].kind, query::Note::Kind::AlsoSearched);
}

TEST_F(UnderstandTest, SmallLettersAreTheNameAndTheWordTheMoreFrequentFirst) {
  index_.add("Un mali de deux millions, dit-il au Mali.");
  index_.add("La guerre au Mali.");

  const Meaning small = meaning_of("mali");
  const Meaning capital = meaning_of("guerre Mali");

  ASSERT_EQ(small.words.size(), 1U);
  ASSERT_EQ(small.words[0].alternatives.size(), 2U);
  EXPECT_EQ(small.words[0].alternatives[0].stem, "Mali");
  EXPECT_EQ(small.words[0].alternatives[1].stem, "mali");
  ASSERT_EQ(capital.words.size(), 2U);
  ASSERT_EQ(capital.words[1].alternatives.size(), 1U);
  EXPECT_EQ(capital.words[1].alternatives[0].stem, "Mali");
}

TEST_F(UnderstandTest, AFormThatIsWrittenAsANameOnlyIsTheName) {
  index_.add("Il est chez Axa, qui est axée sur les assurances.");

  const Meaning meaning = meaning_of("axa");  // of axer, "il axa"

  ASSERT_EQ(meaning.words.size(), 1U);
  ASSERT_EQ(meaning.words[0].alternatives.size(), 1U);
  EXPECT_EQ(meaning.words[0].alternatives[0].stem, "Axa");
}

TEST_F(UnderstandTest, AnUnknownWordIsWhatTheIndexHas) {
  index_.add("Chez Xyzzy, il y a un plugh.");

  EXPECT_EQ(meaning_of("xyzzy").words.at(0).alternatives.at(0).stem, "Xyzzy");
  EXPECT_EQ(meaning_of("Plugh").words.at(0).alternatives.at(0).stem, "plugh");
}

TEST_F(UnderstandTest, RankedWordsAreBounded) {
  std::string query;
  for (int i = 0; i < 120; ++i) query += "mot" + std::to_string(i) + ' ';

  const Meaning many = meaning_of(query);

  EXPECT_EQ(many.words.size(), kMaxRankedTerms);
  ASSERT_EQ(many.word_notes.size(), 1U);
  EXPECT_EQ(many.word_notes.front().kind, query::Note::Kind::TooLong);
}

TEST_F(UnderstandTest, AQuotationNoLongerAskedForRanksByItsWords) {
  Meaning meaning = meaning_of("paix \"ministre premier\"");
  const IndexVocabulary vocabulary(index_.database(), index_.forms());
  ASSERT_EQ(meaning.words.at(1).alternatives.at(0).match, Alternative::Match::Exact);

  ASSERT_TRUE(relax_phrases(meaning, vocabulary));

  ASSERT_EQ(meaning.words.size(), 3U);
  EXPECT_EQ(meaning.words[1].alternatives.at(0).match, Alternative::Match::Stem);
  EXPECT_EQ(meaning.ast.notes.back().kind, query::Note::Kind::OptionalPhrase);
  EXPECT_FALSE(relax_phrases(meaning, vocabulary));
}

}  // namespace
}  // namespace kiosque::meaning
