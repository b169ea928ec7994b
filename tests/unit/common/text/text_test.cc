#include "common/text/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::text {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> exact_words(std::string_view text) {
  Analyzer analyzer;
  std::vector<std::string> words;
  for (const Token& token : analyzer.analyze(text)) words.push_back(token.exact);
  return words;
}

std::string stem_of(std::string_view word) {
  Analyzer analyzer;
  const auto tokens = analyzer.analyze(word);
  return tokens.size() == 1 ? tokens[0].stem : "not one word: " + std::string(word);
}

TEST(Analyzer, FoldsCaseAccentsAndLigatures) {
  EXPECT_THAT(exact_words("ÉLYSÉE elysee Œuvre oeuvre"),
              ElementsAre("elysee", "elysee", "oeuvre", "oeuvre"));
}

TEST(Analyzer, GivesInflectedFormsOneStem) {
  EXPECT_EQ(stem_of("restrictions"), stem_of("restriction"));
  EXPECT_EQ(stem_of("travaux"), stem_of("traval"));
  EXPECT_EQ(stem_of("genoux"), stem_of("genou"));
  EXPECT_EQ(stem_of("manifestants"), stem_of("manifester"));
}

TEST(Analyzer, StemsWordsTypedWithoutAccentsAlike) {
  for (const auto& [accented, plain] : {std::pair{"élysée", "elysee"},
                                        {"présidentielles", "presidentielles"},
                                        {"économie", "economie"},
                                        {"Pékin", "pekin"}}) {
    EXPECT_EQ(stem_of(accented), stem_of(plain)) << accented;
  }
}

TEST(Analyzer, KeepsStemsApartFromStopWords) {
  EXPECT_NE(stem_of("tué"), stem_of("tu"));
  EXPECT_NE(stem_of("Léa"), stem_of("le"));
  EXPECT_EQ(stem_of("tué"), stem_of("tuer"));
}

TEST(Analyzer, SaysWhichBytesAWordIs) {
  Analyzer analyzer;
  const std::string text = "Plus d’armes";

  const auto tokens = analyzer.analyze(text);

  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin), "armes");
  EXPECT_EQ(tokens[1].position, 2u);
}

TEST(Analyzer, MarksStopWordsAndCapitals) {
  Analyzer analyzer;

  const auto tokens = analyzer.analyze("L'été des Élus");

  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_FALSE(tokens[0].stop_word);  // été is a season before it is a participle
  EXPECT_FALSE(tokens[0].capitalised);
  EXPECT_TRUE(tokens[1].stop_word);
  EXPECT_TRUE(tokens[2].capitalised);
}

TEST(Analyzer, CutsEndlessWords) {
  const auto words = exact_words(std::string(1000, 'a') + " fin");

  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(words[0].size(), 64u);
}

TEST(Analyzer, UsesTheMemoryOfTheCallerAgain) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze("un deux trois", tokens);

  analyzer.analyze("quatre", tokens);

  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].exact, "quatre");
  EXPECT_EQ(tokens[0].position, 1u);
}

TEST(Analyzer, SaysOfManyWordsWhatItSaysOfEachAlone) {
  // More spellings than are remembered, of all lengths about those that are not.
  std::string text;
  for (int i = 0; i < 70'000; ++i) text += "Réformés" + std::to_string(i) + "x ";
  for (std::size_t length = 250; length < 260; ++length) text += std::string(length, 'a') + ' ';
  text += "L'Élysée";
  Analyzer analyzer;
  std::vector<Token> tokens;
  for (int run = 0; run < 2; ++run) analyzer.analyze(text, tokens);

  ASSERT_EQ(tokens.size(), 70'011u);
  for (std::size_t i = 0; i < tokens.size(); i += 997) {
    const std::string word = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    const Token alone = Analyzer().analyze(word).at(0);
    EXPECT_EQ(tokens[i].exact, alone.exact) << word;
    EXPECT_EQ(tokens[i].stem, alone.stem) << word;
    EXPECT_EQ(tokens[i].capitalised, alone.capitalised) << word;
  }
}

}  // namespace
}  // namespace kiosque::text
