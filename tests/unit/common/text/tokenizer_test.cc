#include "common/text/tokenizer.h"

#include <gtest/gtest.h>

#include <vector>

namespace kiosque::text {
namespace {

/// What the tokenizer makes of a text: its words, and the bytes it says they are.
struct Tokenized {
  std::string_view text;
  std::vector<std::string> spellings;
  std::vector<std::string> sources = spellings;
};

class TokenizerTest : public ::testing::TestWithParam<Tokenized> {};

TEST_P(TokenizerTest, SplitsIntoWords) {
  std::vector<std::string> spellings;
  std::vector<std::string> sources;
  Tokenizer tokenizer(GetParam().text);

  for (RawWord word; tokenizer.next(word);) {
    spellings.emplace_back(word.spelling);
    sources.emplace_back(GetParam().text.substr(word.begin, word.end - word.begin));
  }

  EXPECT_EQ(spellings, GetParam().spellings);
  EXPECT_EQ(sources, GetParam().sources);
}

INSTANTIATE_TEST_SUITE_P(
    Elision, TokenizerTest,
    ::testing::Values(
        Tokenized{"l'armée d’Ukraine", {"armée", "Ukraine"}},
        Tokenized{"lʼune l′autre l`un l´une", {"une", "autre", "un", "une"}},
        Tokenized{"qu'aujourd'hui", {"aujourdhui"}, {"aujourd'hui"}},
        Tokenized{"jusqu’à l’Élysée", {"à", "Élysée"}},
        Tokenized{"prud'hommes O'Brien", {"prudhommes", "OBrien"}, {"prud'hommes", "O'Brien"}},
        Tokenized{"N'Djamena n'importe", {"NDjamena", "importe"}, {"N'Djamena", "importe"}},
        Tokenized{"dit-il 'adieu'", {"dit", "il", "adieu"}},
        Tokenized{"McDonald's", {"McDonalds"}, {"McDonald's"}},
        Tokenized{"presqu'île presqu'un", {"presquîle", "un"}, {"presqu'île", "un"}},
        Tokenized{"d''évolutions", {"d", "évolutions"}}));

INSTANTIATE_TEST_SUITE_P(
    NumbersAndAcronyms, TokenizerTest,
    ::testing::Values(Tokenized{"A.N.P.E. S.N.C.F", {"ANPE", "SNCF"}, {"A.N.P.E", "S.N.C.F"}},
                      Tokenized{"M.Macron fin.Alors", {"M", "Macron", "fin", "Alors"}},
                      Tokenized{
                          "10 000 € 1 234 567", {"10000", "1234567"}, {"10 000", "1 234 567"}},
                      Tokenized{"10.000", {"10000"}, {"10.000"}},
                      Tokenized{"en 2019 300 morts", {"en", "2019", "300", "morts"}},
                      Tokenized{"49.3 3,5% 49,3", {"49.3", "3.5", "49.3"}, {"49.3", "3,5", "49,3"}},
                      Tokenized{"20h30 CO2 5G 1er", {"20h30", "CO2", "5G", "1er"}},
                      Tokenized{"le 5. 300", {"le", "5", "300"}},
                      Tokenized{"H&M AT&T Tom&Jerry", {"H&M", "AT&T", "Tom", "Jerry"}}));

INSTANTIATE_TEST_SUITE_P(InclusiveWriting, TokenizerTest,
                         ::testing::Values(Tokenized{"député·e·s votent",
                                                     {"député", "votent"},
                                                     {"député·e·s", "votent"}},
                                           Tokenized{"élu.e.s", {"élu"}, {"élu.e.s"}},
                                           Tokenized{"né(e) le", {"né", "le"}, {"né(e)", "le"}},
                                           Tokenized{"agent-e-s", {"agent"}, {"agent-e-s"}},
                                           Tokenized{"citoyen·ne·s", {"citoyen"}, {"citoyen·ne·s"}},
                                           Tokenized{"est-il a-t-elle",
                                                     {"est", "il", "a", "t", "elle"}}));

INSTANTIATE_TEST_SUITE_P(
    OtherSigns, TokenizerTest,
    ::testing::Values(Tokenized{"", {}}, Tokenized{" ,.;« » ", {}},
                      Tokenized{"#retraites @LeMonde", {"retraites", "LeMonde"}},
                      Tokenized{
                          "extra\u00ADordinaire", {"extraordinaire"}, {"extra\u00ADordinaire"}},
                      Tokenized{"\xff\xfe"
                                "a\xc3"
                                "b",
                                {"a", "b"}},
                      Tokenized{"東京 Tokyo", {"東", "京", "Tokyo"}},
                      Tokenized{"e\u0301te\u0301", {"e\u0301te\u0301"}},
                      Tokenized{"covid-19", {"covid", "19"}}));

}  // namespace
}  // namespace kiosque::text
