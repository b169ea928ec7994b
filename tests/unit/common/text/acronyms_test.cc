#include "common/text/acronyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "onu: Organisation des Nations unies" for each acronym the text explains.
std::vector<std::string> explained(const std::string& text) {
  Analyzer analyzer;
  const auto tokens = analyzer.analyze(text);
  std::vector<std::string> lines;
  for (const auto& [acronym, name] : find_acronyms(text, tokens)) {
    lines.push_back(acronym + ": " + name);
  }
  return lines;
}

TEST(FindAcronyms, ReadsNameThenAcronym) {
  EXPECT_THAT(explained("Selon l’Organisation des Nations unies (ONU), il pleut."),
              ElementsAre("onu: Organisation des Nations unies"));
  EXPECT_THAT(explained("la Régie autonome des transports parisiens (RATP, publique)"),
              ElementsAre("ratp: Régie autonome des transports parisiens"));
  EXPECT_THAT(explained("un centre hospitalier universitaire (C.H.U.)"),
              ElementsAre("chu: centre hospitalier universitaire"));
}

TEST(FindAcronyms, ReadsAcronymThenName) {
  EXPECT_THAT(explained("L'OACI (Organisation de l'aviation civile internationale) siège."),
              ElementsAre("oaci: Organisation de l'aviation civile internationale"));
}

TEST(FindAcronyms, SmallWordsCountOrAreLeftOut) {
  EXPECT_THAT(explained("la police aux frontières (PAF)"),
              ElementsAre("paf: police aux frontières"));
  EXPECT_THAT(explained("la Haute Autorité de santé (HAS)"),
              ElementsAre("has: Haute Autorité de santé"));
}

TEST(FindAcronyms, SmallWordsThatANameIsWrittenWithCount) {
  EXPECT_THAT(explained("le chef de La France insoumise (LFI)"),
              ElementsAre("lfi: La France insoumise"));
  EXPECT_THAT(explained("le parti Les Républicains (LR)"), ElementsAre("lr: Les Républicains"));
  EXPECT_THAT(explained("la direction départementale de la sécurité publique (DDSP)"),
              ElementsAre("ddsp: direction départementale de la sécurité publique"));
}

TEST(FindAcronyms, PartsOfAHyphenatedWordMayBeLeftOut) {
  EXPECT_THAT(explained("l'Union Bourgogne-Franche-Comté (UB)"),
              ElementsAre("ub: Union Bourgogne-Franche-Comté"));
}

TEST(FindAcronyms, LettersMustBeAllInitialsInOrder) {
  for (const auto* text : {
           "Jean-Pierre Sueur (PS)",
           "le ministère de la Justice (ONU)",
           "une agence américaine du médicament (FDA)",
           "les Nations, unies à Genève (NUG)",
           "Nations. Unies (NU)",
           "(ONU)",
           "ONU ()",
           "l'Organisation mondiale de la santé (oms)",
           "son chien noir (SCN2)",
           "et de la santé (ELS)",
           "il a vu Paul (PSG)",
           "deux hommes (DH)",
           "l'ONU (Organisation des Nations unies et amies)",
           "l'ONU (Genève)",
       }) {
    EXPECT_THAT(explained(text), IsEmpty()) << text;
  }
}

TEST(FindAcronyms, EachMeaningOnce) {
  EXPECT_THAT(explained("un produit intérieur brut (PIB) ; le produit intérieur brut (PIB)"),
              ElementsAre("pib: produit intérieur brut"));
}

TEST(PossibleAcronyms, AreTheInitialsWithAndWithoutSmallWords) {
  Analyzer analyzer;

  EXPECT_THAT(possible_acronyms(analyzer.analyze("Organisation des Nations unies")),
              ElementsAre("onu", "odnu"));
  EXPECT_THAT(possible_acronyms(analyzer.analyze("produit intérieur brut")), ElementsAre("pib"));
  EXPECT_THAT(possible_acronyms(analyzer.analyze("police des")), IsEmpty());
  EXPECT_THAT(possible_acronyms(analyzer.analyze("police")), IsEmpty());
}

}  // namespace
}  // namespace kiosque::text
