#include "common/index/word_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/small_index.h"

namespace kiosque::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What two shards hold together.
class WordFormsTest : public testing::Test {
 protected:
  void SetUp() override {
    first_.add("Élus et péchés.");
    first_.add("La pêche.");
    second_.add("L'élue pêche.");
    second_.add("Les élus.");
  }

  WordForms forms() const { return WordForms({first_.database(), second_.database()}); }

  test::SmallIndex first_;
  test::SmallIndex second_;
};

TEST_F(WordFormsTest, AreThoseOfAllShardsInOrder) {
  std::vector<std::string> found;
  forms().for_each("", [&](std::string_view form) {
    found.emplace_back(form);
    return true;
  });

  EXPECT_THAT(found, ElementsAre("elue", "elus", "peche", "peches"));
}

TEST_F(WordFormsTest, VisitOnlyWhatBeginsSoUntilTold) {
  std::vector<std::string> found;
  forms().for_each("pe", [&](std::string_view form) {
    found.emplace_back(form);
    return false;
  });

  EXPECT_THAT(found, ElementsAre("peche"));
}

TEST_F(WordFormsTest, KnowWhereOneBeginsOtherwiseThanItsStem) {
  second_.add("Les yeux.");

  EXPECT_FALSE(forms().begin_with("oeil"));
  EXPECT_TRUE(forms().begin_with("elu"));
  EXPECT_TRUE(WordForms({first_.database()}).begin_with("oeil"));
}

TEST_F(WordFormsTest, KnowHowManyArticlesHoldTheWord) {
  EXPECT_EQ(forms().frequency("elus"), 3u);
  EXPECT_EQ(forms().frequency("elu"), 0u);
  EXPECT_TRUE(forms().contains("elue"));
  EXPECT_FALSE(forms().contains("elues"));
  EXPECT_THAT(forms().stems("elues"), IsEmpty());
}

TEST_F(WordFormsTest, FindTheArticlesThatHoldThem) {
  EXPECT_EQ(forms().articles("elus", 10).size(), 2u);
  EXPECT_EQ(forms().articles("elus", 1).size(), 1u);
  EXPECT_EQ(forms().articles("elue", 10).size(), 1u);
  EXPECT_THAT(forms().articles("elues", 10), IsEmpty());
}

TEST(Stems, OfAFormAreAListWithoutDoubles) {
  EXPECT_THAT(split_stems(""), IsEmpty());
  EXPECT_THAT(split_stems(with_stem("", "pech")), ElementsAre("pech"));
  EXPECT_THAT(split_stems(with_stem(with_stem("pech", "peche"), "pech")),
              ElementsAre("pech", "peche"));
}

}  // namespace
}  // namespace kiosque::index
