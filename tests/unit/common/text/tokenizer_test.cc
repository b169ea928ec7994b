#include "common/text/tokenizer.h"

#include <gtest/gtest.h>

#include <vector>

namespace kiosque::text {
namespace {

/// What the tokenizer makes of a text: its words, and the bytes it says they are.
struct Case {
  std::string_view text;
  std::vector<std::string> spellings;
  std::vector<std::string> sources = spellings;
};

class TokenizerTest : public ::testing::TestWithParam<Case> {};

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
        Case{"l'armée d’Ukraine", {"armée", "Ukraine"}},
        Case{"lʼune l′autre l`un l´une", {"une", "autre", "un", "une"}},
        Case{"qu'aujourd'hui", {"aujourdhui"}, {"aujourd'hui"}},
        Case{"jusqu’à l’Élysée", {"à", "Élysée"}},
        Case{"prud'hommes O'Brien", {"prudhommes", "OBrien"}, {"prud'hommes", "O'Brien"}},
        Case{"N'Djamena n'importe", {"NDjamena", "importe"}, {"N'Djamena", "importe"}},
        Case{"dit-il 'adieu'", {"dit", "il", "adieu"}},
        Case{"McDonald's", {"McDonalds"}, {"McDonald's"}},
        Case{"presqu'île presqu'un", {"presquîle", "un"}, {"presqu'île", "un"}},
        Case{"d''évolutions", {"d", "évolutions"}}));

INSTANTIATE_TEST_SUITE_P(
    NumbersAndAcronyms, TokenizerTest,
    ::testing::Values(Case{"A.N.P.E. S.N.C.F", {"ANPE", "SNCF"}, {"A.N.P.E", "S.N.C.F"}},
                      Case{"M.Macron fin.Alors", {"M", "Macron", "fin", "Alors"}},
                      Case{"10 000 € 1 234 567", {"10000", "1234567"}, {"10 000", "1 234 567"}},
                      Case{"10.000", {"10000"}, {"10.000"}},
                      Case{"en 2019 300 morts", {"en", "2019", "300", "morts"}},
                      Case{"49.3 3,5% 49,3", {"49.3", "3.5", "49.3"}, {"49.3", "3,5", "49,3"}},
                      Case{"20h30 CO2 5G 1er", {"20h30", "CO2", "5G", "1er"}},
                      Case{"le 5. 300", {"le", "5", "300"}},
                      Case{"H&M AT&T Tom&Jerry", {"H&M", "AT&T", "Tom", "Jerry"}}));

INSTANTIATE_TEST_SUITE_P(
    InclusiveWriting, TokenizerTest,
    ::testing::Values(Case{"député·e·s votent", {"député", "votent"}, {"député·e·s", "votent"}},
                      Case{"élu.e.s", {"élu"}, {"élu.e.s"}},
                      Case{"né(e) le", {"né", "le"}, {"né(e)", "le"}},
                      Case{"agent-e-s", {"agent"}, {"agent-e-s"}},
                      Case{"citoyen·ne·s", {"citoyen"}, {"citoyen·ne·s"}},
                      Case{"est-il a-t-elle", {"est", "il", "a", "t", "elle"}}));

INSTANTIATE_TEST_SUITE_P(
    OtherSigns, TokenizerTest,
    ::testing::Values(Case{"", {}}, Case{" ,.;« » ", {}},
                      Case{"#retraites @LeMonde", {"retraites", "LeMonde"}},
                      Case{"extra\u00ADordinaire", {"extraordinaire"}, {"extra\u00ADordinaire"}},
                      Case{"\xff\xfe"
                           "a\xc3"
                           "b",
                           {"a", "b"}},
                      Case{"東京 Tokyo", {"東", "京", "Tokyo"}},
                      Case{"e\u0301te\u0301", {"e\u0301te\u0301"}},
                      Case{"covid-19", {"covid", "19"}}));

}  // namespace
}  // namespace kiosque::text
