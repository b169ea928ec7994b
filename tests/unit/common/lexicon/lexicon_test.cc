#include "common/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "common/text/fold.h"

namespace kiosque::lexicon {
namespace {

using Pair = std::pair<const char*, const char*>;

Readings readings_of(const std::string& word) { return Lexicon().find(word, text::fold(word)); }

std::string lemma_of(const std::string& word) { return readings_of(word).word; }

TEST(Lexicon, KnowsIrregularInflections) {
  for (const auto& [form, lemma] : {Pair{"yeux", "œil"},
                                    {"cieux", "ciel"},
                                    {"travaux", "travail"},
                                    {"vont", "aller"},
                                    {"ira", "aller"},
                                    {"voyait", "voir"},
                                    {"peuvent", "pouvoir"},
                                    {"rentreront", "rentrer"},
                                    {"prévu", "prévoir"},
                                    {"présidentielles", "présidentiel"}}) {
    EXPECT_EQ(lemma_of(form), text::fold(lemma)) << form;
    EXPECT_EQ(lemma_of(form), lemma_of(lemma)) << form;
  }
}

TEST(Lexicon, JoinsSingularAndPlural) {
  for (const auto& [one, many] : {Pair{"bateau", "bateaux"},
                                  {"avenue", "avenues"},
                                  {"cathédrale", "cathédrales"},
                                  {"coopérative", "coopératives"},
                                  {"crue", "crues"},
                                  {"envie", "envies"},
                                  {"locomotive", "locomotives"},
                                  {"logo", "logos"}}) {
    EXPECT_EQ(lemma_of(many), lemma_of(one)) << one;
  }
}

TEST(Lexicon, HoldsUnlikeWordsApart) {
  for (const auto& [one, other] : {Pair{"presse", "près"},
                                   {"mars", "mari"},
                                   {"gens", "génération"},
                                   {"cours", "courrier"},
                                   {"cours", "cour"},
                                   {"année", "âne"},
                                   {"frontière", "front"},
                                   {"armée", "arme"},
                                   {"manifestant", "manifeste"},
                                   {"retraite", "retrait"}}) {
    ASSERT_NE(lemma_of(one), "") << one;
    ASSERT_NE(lemma_of(other), "") << other;
    EXPECT_NE(lemma_of(one), lemma_of(other)) << one << ", " << other;
  }
}

TEST(Lexicon, KeepsTheAccentsThatTellTwoLemmasApart) {
  EXPECT_NE(lemma_of("pêche"), lemma_of("péché"));
  EXPECT_EQ(lemma_of("pêches"), lemma_of("pêche"));
  EXPECT_EQ(lemma_of("péchés"), lemma_of("péché"));
  EXPECT_EQ(lemma_of("élection"), "election");
}

TEST(Lexicon, KnowsWordsWhoseAccentsAreMissing) {
  const Readings typed = readings_of("elections");

  EXPECT_EQ(typed.word, lemma_of("élections"));
  EXPECT_TRUE(typed.accents_missing);
  EXPECT_FALSE(readings_of("élections").accents_missing);
  EXPECT_FALSE(readings_of("cote").accents_missing);  // a word too, beside côte and côté
}

TEST(Lexicon, JoinsTheSpellingsOf1990) {
  for (const auto& [one, other] : {Pair{"évènement", "événement"},
                                   {"maitre", "maître"},
                                   {"maîtres", "maitre"},
                                   {"ambigüe", "ambiguë"}}) {
    EXPECT_NE(lemma_of(one), "") << one;
    EXPECT_EQ(lemma_of(one), lemma_of(other)) << one << ", " << other;
  }
  EXPECT_NE(lemma_of("mûr"), lemma_of("mur"));
  EXPECT_EQ(lemma_of("mûrs"), lemma_of("mûr"));
}

TEST(Lexicon, KnowsNames) {
  EXPECT_TRUE(readings_of("élysée").is_name);
  EXPECT_EQ(readings_of("élysée").word, "");
  EXPECT_TRUE(readings_of("melenchon").is_name);
  EXPECT_TRUE(readings_of("melenchon").accents_missing);
  EXPECT_TRUE(readings_of("pierre").is_name);
  EXPECT_EQ(readings_of("pierre").word, "pierre");
  EXPECT_FALSE(readings_of("élection").is_name);
}

TEST(Lexicon, AddsNothingToWhatItDoesNotKnow) {
  for (const auto* word : {"", "x", "xyzzy", "\xff", "зеленский"}) {
    const Readings readings = Lexicon().find(word, word);
    EXPECT_TRUE(readings.word.empty() && !readings.is_name) << word;
    EXPECT_FALSE(readings.accents_missing) << word;
  }
}

TEST(Lexicon, HasAVersion) {
  EXPECT_EQ(version().size(), 8u);
  EXPECT_EQ(version().find_first_not_of("0123456789abcdef"), std::string_view::npos);
}

TEST(NameTerm, BeginsWithACapitalOfAscii) {
  EXPECT_EQ(name_term("kiev"), "Kiev");
  EXPECT_EQ(name_term("зеленский"), "зеленский");
  EXPECT_EQ(name_term("2pac"), "2pac");
  EXPECT_EQ(name_term(""), "");
}

}  // namespace
}  // namespace kiosque::lexicon
