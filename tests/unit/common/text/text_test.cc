#include "common/text/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/lexicon.h"

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
  EXPECT_EQ(stem_of("travaux"), stem_of("travail"));
  EXPECT_EQ(stem_of("genoux"), stem_of("genou"));
  EXPECT_EQ(stem_of("manifestantes"), stem_of("manifestant"));
  EXPECT_EQ(stem_of("présidentielles"), "presidentiel");
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
  EXPECT_NE(stem_of("maïs"), stem_of("mais"));
  EXPECT_EQ(stem_of("tué"), stem_of("tuer"));
}

TEST(Analyzer, TakesNoMoreThanAPluralOfAnUnknownWord) {
  EXPECT_EQ(stem_of("xyzzys"), "xyzzy");
  EXPECT_EQ(stem_of("xyzzation"), "xyzzation");
  EXPECT_EQ(stem_of("xyzzess"), "xyzzess");
  EXPECT_EQ(stem_of("xyzs"), "xyzs");  // four letters: as likely no plural
}

/// A text and the stems of its words but stop words, in order.
struct Sentence {
  std::string_view text;
  std::vector<std::string> stems;
};

class NamesTest : public ::testing::TestWithParam<Sentence> {};

TEST_P(NamesTest, AreToldFromWordsByTheirPlace) {
  Analyzer analyzer;
  std::vector<std::string> stems;
  for (const Token& token : analyzer.analyze(GetParam().text)) {
    if (!token.stop_word) stems.push_back(token.stem);
  }

  EXPECT_EQ(stems, GetParam().stems) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    WithinASentence, NamesTest,
    ::testing::Values(Sentence{"Il va au Mali.", {"aller", "Mali"}},
                      Sentence{"Il a un mali.", {"mali"}},  // a word in small letters
                      Sentence{"La pierre de Pierre", {"pierre", "Pierre"}},
                      Sentence{"le bilan, Pierre ; le bilan", {"bilan", "Pierre", "bilan"}},
                      Sentence{"au Sénat, à l'Élysée", {"senat", "Elysee"}},
                      Sentence{"à Kiev, à kiev", {"Kiev", "Kiev"}},  // no word is written so
                      Sentence{"Il voit les Élections", {"voir", "election"}}));  // no name either

INSTANTIATE_TEST_SUITE_P(
    WhereASentenceBegins, NamesTest,
    ::testing::Values(Sentence{"Pierre parle. Pierre parle ! Pierre",
                               {"pierre", "parler", "pierre", "parler", "pierre"}},
                      Sentence{"Il dit : « Pierre parle »", {"dire", "pierre", "parler"}},
                      Sentence{"Il dit “Pierre”", {"dire", "pierre"}},
                      Sentence{"le bilan\nPierre parle", {"bilan", "pierre", "parler"}},
                      Sentence{"– Pierre parle", {"pierre", "parler"}},
                      Sentence{"Kiev parle. Kiev parle",
                               {"Kiev", "parler", "Kiev", "parler"}},  // no word: a name
                      Sentence{"L'Europe parle. L’Inde", {"Europe", "parler", "Inde"}},
                      Sentence{"L'Orange, une orange",
                               {"Orange", "orange"}},  // the capital is not the sentence's
                      Sentence{"Pierre Dupont parle. Pierre parle",
                               {"Pierre", "Dupont", "parler", "pierre", "parler"}},
                      Sentence{"Marine Le Pen", {"Marine", "Pen"}},
                      Sentence{"Pierre, Dupont", {"pierre", "Dupont"}},
                      Sentence{"selon M. Pierre", {"Pierre"}},
                      Sentence{"selon J. Pierre. Pierre", {"Pierre", "pierre"}},
                      Sentence{"M. Dupont parle", {"Dupont", "parler"}}));

INSTANTIATE_TEST_SUITE_P(InCapitals, NamesTest,
                         ::testing::Values(Sentence{"le MALI", {"mali"}},  // may be a headline
                                           Sentence{"à KIEV, à l'ONU, à l'OTAN",
                                                    {"Kiev", "Onu", "Otan"}},
                                           Sentence{"LA PIERRE PARLE", {"pierre", "parler"}}));

INSTANTIATE_TEST_SUITE_P(UnknownWords, NamesTest,
                         ::testing::Values(Sentence{"Xyzzy cite Xyzzys",
                                                    {"Xyzzy", "citer", "Xyzzys"}},
                                           Sentence{"des xyzzys", {"xyzzy"}}));

/// The readings of each word: "mali/Mali".
std::vector<std::string> readings_of_query(std::string_view text, bool begins) {
  Analyzer analyzer;
  std::vector<std::string> readings;
  for (const Token& token : analyzer.analyze_query(text, begins)) {
    readings.push_back(token.also.empty() ? token.stem : token.stem + "/" + token.also);
  }
  return readings;
}

TEST(AnalyzeQuery, SmallLettersMayBeAWordOrAName) {
  EXPECT_THAT(readings_of_query("mali", false), ElementsAre("mali/Mali"));
  EXPECT_THAT(readings_of_query("guerre au mali", false), ElementsAre("guerre", "au", "mali/Mali"));
  EXPECT_THAT(readings_of_query("kiev", false), ElementsAre("Kiev"));
  EXPECT_THAT(readings_of_query("élections", false), ElementsAre("election"));
}

TEST(AnalyzeQuery, ACapitalIsThatOfTheName) {
  EXPECT_THAT(readings_of_query("Mali", false), ElementsAre("Mali"));
  EXPECT_THAT(readings_of_query("Guerre au Mali", false), ElementsAre("guerre", "au", "Mali"));
  EXPECT_THAT(readings_of_query("Élections", false), ElementsAre("election"));
  EXPECT_THAT(readings_of_query("MALI", false), ElementsAre("mali/Mali"));
  EXPECT_THAT(readings_of_query("ONU", false), ElementsAre("Onu"));
}

TEST(AnalyzeQuery, ACapitalAtTheBeginningMayBeThatOfTheSentence) {
  EXPECT_THAT(readings_of_query("Mali Mali", true), ElementsAre("mali/Mali", "Mali"));
  EXPECT_THAT(readings_of_query("Kiev", true), ElementsAre("Kiev"));
}

TEST(AnalyzeQuery, SaysWhatTheLexiconHasWithTheseAccents) {
  Analyzer analyzer;

  for (const auto* word : {"élections", "mali", "Kiev", "les", "49.3"}) {
    EXPECT_TRUE(analyzer.analyze_query(word).at(0).in_lexicon) << word;
  }
  for (const auto* word : {"elections", "élèctions", "melenchon", "xyzzy"}) {
    EXPECT_FALSE(analyzer.analyze_query(word).at(0).in_lexicon) << word;
  }
}

TEST(Analyzer, TakesACapitalBehindAFirstNameForASurname) {
  Analyzer analyzer;

  EXPECT_EQ(analyzer.analyze("avec Ségolène Royal")[2].stem, "Royal");
  EXPECT_EQ(analyzer.analyze("avec Ségolène, Royal")[2].stem, "royal");
  EXPECT_EQ(analyzer.analyze("avec Ségolène royal")[2].stem, "royal");
  EXPECT_EQ(analyzer.analyze("le Premier ministre")[1].stem, "premier");
}

TEST(Analyzer, LeavesUndecidedWhatACapitalDoesNotTell) {
  Analyzer analyzer;

  for (const Token& token : analyzer.analyze("Un mali, au Mali. Le PARIS de MALI")) {
    EXPECT_EQ(token.also, token.begin == 30 ? "Mali" : "") << token.stem << token.begin;
  }
  EXPECT_EQ(analyzer.analyze("Mali : la paix").at(0).also, "Mali");
  // No sentence begins with a form of pari.
  EXPECT_EQ(analyzer.analyze("Paris : la paix").at(0).stem, "Paris");
}

TEST(AnalyzerVersion, HasThatOfTheLexiconWithin) {
  EXPECT_TRUE(analyzer_version().ends_with(lexicon::version()));
  EXPECT_GT(analyzer_version().size(), lexicon::version().size());
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
