#include "searcher/match/match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "tests/support/small_index.h"

namespace kiosque::match {
namespace {

using namespace std::chrono;
using testing::IsEmpty;

constexpr sys_seconds kNow = sys_days{2024y / June / 12} + hours{8};

/// A small index in memory; queries give the numbers of the articles they find, from 1.
class Compile : public testing::Test {
 protected:
  void add(std::string_view title, std::string_view body, const std::string& site,
           sys_seconds published) {
    index::Article article;
    article.url = "https://" + site + "/" + std::to_string(index_.database().get_doccount());
    article.title = title;
    article.body = {{index::BlockKind::Paragraph, std::string(body)}};
    article.language = "fr";
    article.published = date::Timestamp{.utc = published};
    index_.add(article);
  }

  void SetUp() override {
    add("Des armes pour Kiev", "Le premier ministre lève une restriction.", "rfi.fr",
        sys_days{2024y / 5 / 31});
    add("La paix", "L'armée de terre reçoit une arme nouvelle à Moscou.", "lemonde.fr",
        sys_days{2024y / 1 / 1});
    add("Le ministre parle", "Un premier bilan aux États-Unis, dit le président.", "rfi.fr",
        sys_days{2023y / 1 / 1});
  }

  meaning::Meaning meaning_of(std::string_view query) {
    return meaning::understand(meaning::analyse(query::parse_query(query, kNow), analyzer_),
                               vocabulary());
  }

  meaning::IndexVocabulary vocabulary() { return {index_.database(), index_.forms()}; }

  Xapian::Query compiled(std::string_view query) {
    return compile(meaning_of(query), vocabulary(), .8);
  }

  std::set<unsigned> found(std::string_view query) {
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(compiled(query));
    std::set<unsigned> ids;
    const Xapian::MSet matches = enquire.get_mset(0, 10);
    for (auto hit = matches.begin(); hit != matches.end(); ++hit) ids.insert(*hit);
    return ids;
  }

  text::Analyzer analyzer_;
  test::SmallIndex index_;
};

using Ids = std::set<unsigned>;

TEST_F(Compile, AnyWordIsEnoughAndFormsCount) {
  EXPECT_EQ(found("restrictions armes"), (Ids{1, 2}));
  EXPECT_EQ(found("+restrictions armes"), (Ids{1}));
}

TEST_F(Compile, ExactFormExcludesInflections) {
  EXPECT_EQ(found("=arme"), (Ids{2}));
  EXPECT_EQ(found("=restriction"), (Ids{1}));
  EXPECT_EQ(found("titre:=armes"), (Ids{1}));
  EXPECT_EQ(found("=arme PRES/3 nouvelle"), (Ids{2}));
  EXPECT_EQ(found("=armes PRES/3 nouvelle"), (Ids{}));
}

TEST_F(Compile, PhraseWantsItsWordsSideBySide) {
  EXPECT_EQ(found("\"premier ministre\""), (Ids{1}));
  EXPECT_EQ(found("premier ministre"), (Ids{1, 3}));
  EXPECT_EQ(found("\"premiers ministres\""), (Ids{}));
  EXPECT_EQ(found("titre:\"armes pour Kiev\""), (Ids{1}));
  EXPECT_EQ(found("titre:\"arme pour Kiev\""), (Ids{}));
}

TEST_F(Compile, AccentsLeftOutOrWrongMakeNoDifference) {
  add("La douane", "La frontière est fermée.", "rfi.fr", kNow);

  for (const auto* query : {"frontiere", "FRONTIERE", "frontiére", "=frontiere", "\"la frontiere\"",
                            "frontiere PRES/3 fermee", "+frontiere"}) {
    EXPECT_EQ(found(query), (Ids{4})) << query;
  }
  const auto stem_of = [&](std::string_view query) {
    return meaning_of(query).words.at(0).alternatives.at(0).stem;
  };
  EXPECT_EQ(stem_of("frontiere"), stem_of("frontière"));
}

TEST_F(Compile, FewArticlesWithoutAccentsDoNotHideThoseWithThem) {
  add("LA FRONTIERE", "Une dépêche.", "rfi.fr", kNow);
  for (int i = 0; i < 30; ++i) add("La frontière", "Une dépêche.", "rfi.fr", kNow);

  EXPECT_EQ(found("frontiere").size(), 10u);  // all that is asked for
  EXPECT_EQ(found("frontière").size(), 10u);
}

TEST_F(Compile, AccentsThatAreTypedCount) {
  add("Le péché", "Une dépêche.", "rfi.fr", kNow);
  add("La pêche", "Une dépêche.", "rfi.fr", kNow);
  add("LA PECHE", "Une dépêche.", "rfi.fr", kNow);
  add("Les pêches", "Une dépêche.", "rfi.fr", kNow);

  EXPECT_EQ(found("péché"), (Ids{4}));
  EXPECT_EQ(found("pêche"), (Ids{5, 6, 7}));
  EXPECT_EQ(found("peche"), (Ids{5, 6, 7}));
}

TEST_F(Compile, SmallLettersMeanTheWordAndTheName) {
  add("La mine", "Il y a une pierre et un carrier.", "rfi.fr", kNow);
  add("Le maire", "C'est Pierre Dupont, maçon.", "rfi.fr", kNow);

  EXPECT_EQ(found("pierre"), (Ids{4, 5}));
  EXPECT_EQ(found("le Pierre"), (Ids{5}));
  EXPECT_EQ(found("pierres"), (Ids{4}));
  EXPECT_EQ(found("\"pierre dupont\""), (Ids{5}));
  EXPECT_EQ(found("dupont PRES/3 pierre"), (Ids{5}));
  EXPECT_EQ(found("=pierre"), (Ids{4, 5}));
  EXPECT_EQ(found("=pierres"), (Ids{}));
  EXPECT_EQ(found("+pierre -dupont"), (Ids{4}));
}

TEST_F(Compile, AWordMeansItsFormsThoughANameAloneIsWrittenSo) {
  add("La mine", "Il y a des pierres et un carrier.", "rfi.fr", kNow);
  add("Le maire", "C'est Pierre Dupont, maçon.", "rfi.fr", kNow);

  EXPECT_EQ(found("pierre"), (Ids{4, 5}));
  EXPECT_EQ(found("+pierre -dupont"), (Ids{4}));
}

TEST_F(Compile, NearWantsWordsWithinItsDistance) {
  EXPECT_EQ(found("premier NEAR/3 restriction"), (Ids{}));
  EXPECT_EQ(found("premier NEAR/4 restriction"), (Ids{1}));
  EXPECT_EQ(found("restriction PRES/4 premier"), (Ids{1}));
}

TEST_F(Compile, NearWantsEveryFormOfAWordThatIsNamedTwice) {
  add("Un match", "Les verts battent un vert.", "rfi.fr", kNow);
  add("Un autre", "Les verts battent des verts.", "rfi.fr", kNow);

  EXPECT_EQ(found("vert PRES/3 verts"), (Ids{4, 5}));
  EXPECT_EQ(found("vert PRES/3 =vert"), (Ids{4}));
  EXPECT_EQ(found("=vert PRES/3 vert"), (Ids{4}));
  EXPECT_EQ(found("=vert PRES/3 =vert"), (Ids{4}));
  EXPECT_EQ(found("=vert PRES/3 =verts"), (Ids{4}));
  EXPECT_EQ(found("=vert PRES/2 =verts"), (Ids{}));
}

TEST_F(Compile, OperatorsAreThoseOfSets) {
  EXPECT_EQ(found("arme ET Moscou"), (Ids{2}));
  EXPECT_EQ(found("Moscou OU restriction"), (Ids{1, 2}));
  EXPECT_EQ(found("arme SAUF Moscou"), (Ids{1}));
  EXPECT_EQ(found("(Moscou OU premier) ET ministre"), (Ids{1, 3}));
  EXPECT_EQ(found("Moscou OU NOT ministre"), (Ids{2}));
}

TEST_F(Compile, NegationAloneFindsTheRest) {
  EXPECT_EQ(found("-Moscou"), (Ids{1, 3}));
  EXPECT_EQ(found("-\"premier ministre\""), (Ids{2, 3}));
}

TEST_F(Compile, HyphenatedWordIsAPhraseWhereItIsDemanded) {
  EXPECT_EQ(found("+États-Unis"), (Ids{3}));
  EXPECT_EQ(found("+Unis-États"), (Ids{}));
}

TEST_F(Compile, FieldsNarrow) {
  EXPECT_EQ(found("titre:ministre"), (Ids{3}));
  EXPECT_EQ(found("titre:armes ministre"), (Ids{1}));
  EXPECT_EQ(found("site:rfi.fr ministre"), (Ids{1, 3}));
  EXPECT_EQ(found("site:www.lemonde.fr"), (Ids{2}));
  EXPECT_EQ(found("langue:français arme"), (Ids{1, 2}));
  EXPECT_EQ(found("source:lemonde"), (Ids{2}));
}

TEST_F(Compile, DaysOfADateAreThoseOfParis) {
  EXPECT_EQ(found("date:2024"), (Ids{1, 2}));
  EXPECT_EQ(found("date:2024-05-31"), (Ids{1}));
  EXPECT_EQ(found("avant:2024"), (Ids{3}));
  EXPECT_EQ(found("ministre depuis:2024"), (Ids{1}));
}

TEST_F(Compile, PrefixStandsForTheWordsThatBeginSo) {
  EXPECT_EQ(found("restri*"), (Ids{1}));
  EXPECT_EQ(found("l'arm*"), (Ids{1, 2}));
  EXPECT_EQ(found("restrictio*"), (Ids{1}));
  EXPECT_EQ(found("titre:restrictio*"), (Ids{}));
  EXPECT_EQ(found("titre:arm*"), (Ids{1}));
  EXPECT_EQ(found("armes*"), (Ids{1}));
  EXPECT_EQ(found("zzz*"), (Ids{}));
}

TEST_F(Compile, PrefixStandsForNoOtherFormsOfAStem) {
  index_.add("Des yeux bleus.");  // of the stem "oeil"
  index_.add("Un œil noir.");

  EXPECT_EQ(found("oei*"), (Ids{5}));
  EXPECT_EQ(found("yeu*"), (Ids{4}));
}

TEST_F(Compile, PrefixOfWordsThatNoArticleHoldsAnyMoreFindsNothing) {
  add("Un mot", "Une baragouineuse.", "rfi.fr", kNow);
  index_.remove(4);

  EXPECT_EQ(found("baragou*"), (Ids{}));
  EXPECT_EQ(found("armes baragou*"), (Ids{1, 2}));
}

TEST_F(Compile, PrefixOfTooManyWordsStandsForTheMostFrequentAndSaysSo) {
  for (std::size_t i = 0; i < 2 * meaning::kMaxExpansion; ++i) {
    std::string word = "barag";
    for (const std::size_t digit : {i / 100, i / 10 % 10, i % 10}) word += "bcdfgjkmpv"[digit];
    add("Un mot", word + "ak", "rfi.fr", kNow);
  }

  const Xapian::Query query = compiled("barag*");
  const auto notes = meaning_of("barag*").word_notes;

  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes.front().kind, query::Note::Kind::TooManyExpansions);
  EXPECT_EQ(notes.front().subject, "barag*");
  EXPECT_EQ(std::distance(query.get_unique_terms_begin(), query.get_unique_terms_end()),
            meaning::kMaxExpansion);
}

TEST_F(Compile, StopWordsRankOnlyWhereThereIsNothingElse) {
  EXPECT_EQ(found("le Moscou"), (Ids{2}));
  EXPECT_THAT(meaning_of("le Moscou").word_notes, IsEmpty());

  EXPECT_EQ(found("aux"), (Ids{3}));
  EXPECT_EQ(found("de la"), (Ids{}));
  ASSERT_EQ(meaning_of("aux").word_notes.size(), 1U);
  EXPECT_EQ(meaning_of("aux").word_notes.front().kind, query::Note::Kind::OnlyStopWords);
}

TEST_F(Compile, StopWordsAreFoundWhereTheyAreDemanded) {
  EXPECT_EQ(found("\"armes pour Kiev\""), (Ids{1}));
  EXPECT_EQ(found("\"armes des Kiev\""), (Ids{}));
  EXPECT_EQ(found("\"le premier\""), (Ids{1}));
  EXPECT_EQ(found("\"de la\""), (Ids{}));
  EXPECT_EQ(found("premier AND un"), (Ids{3}));
  EXPECT_EQ(found("+un premier"), (Ids{3}));
  EXPECT_EQ(found("premier -un"), (Ids{1}));
  EXPECT_EQ(found("premier SAUF un"), (Ids{1}));
  EXPECT_EQ(found("-un"), (Ids{1, 2}));
  EXPECT_EQ(found("ministre -\"le premier\""), (Ids{3}));
  EXPECT_EQ(found("pour OR aux"), (Ids{1, 3}));
  EXPECT_EQ(found("titre:pour"), (Ids{1}));
  EXPECT_EQ(found("titre:\"armes pour\""), (Ids{1}));
  EXPECT_EQ(found("Moscou NEAR à"), (Ids{2}));
}

TEST_F(Compile, EmptyQueryFindsEverything) { EXPECT_EQ(found(""), (Ids{1, 2, 3})); }

}  // namespace
}  // namespace kiosque::match
