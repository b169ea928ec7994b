#include "searcher/meaning/acronyms.h"

#include <gtest/gtest.h>

#include "searcher/meaning/expand_variants.h"
#include "searcher/query/query.h"
#include "tests/support/small_index.h"

namespace kiosque::meaning {
namespace {

/// Questions to an index of some texts.
class AcronymsTest : public testing::Test {
 protected:
  void index(const std::string& body, int articles) {
    for (int i = 0; i < articles; ++i) index_.add(body);
  }

  std::string full_name(const std::string& typed) {
    return IndexAcronyms(index_.database(), analyzer_)
        .full_name(analyzer_.analyze(typed).at(0), typed)
        .value_or("none");
  }

  std::string acronym_of(const std::string& name) {
    return IndexAcronyms(index_.database(), analyzer_)
        .acronym_of(analyzer_.analyze(name))
        .value_or("none");
  }

  test::SmallIndex index_;
  text::Analyzer analyzer_;
};

TEST_F(AcronymsTest, FullNameIsTheMostFrequentWayToWriteIt) {
  index("l'Office des Eaux Vives (OEV)", 1);
  index("l'Office des eaux vives (OEV)", 3);

  EXPECT_EQ(full_name("OEV"), "Office des eaux vives");
  EXPECT_EQ(full_name("oev"), "Office des eaux vives");
}

TEST_F(AcronymsTest, NumberAndSmallWordsDoNotMakeAnotherMeaning) {
  index("l'Agence régionale de santé (ARS)", 2);
  index("les agences régionales de la santé (ARS)", 1);

  EXPECT_EQ(full_name("ARS"), "Agence régionale de santé");
  EXPECT_EQ(acronym_of("agence régionale santé"), "ARS");
}

TEST_F(AcronymsTest, WhatFewArticlesSayIsNotBelieved) {
  index("l'Office des eaux vives (OEV)", 2);

  EXPECT_EQ(full_name("OEV"), "none");
}

TEST_F(AcronymsTest, TwoMeaningsAlikeFrequentAreNone) {
  index("l'Office des eaux vives (OEV)", 5);
  index("l'Observatoire européen du vent (OEV)", 3);

  EXPECT_EQ(full_name("OEV"), "none");
  EXPECT_EQ(acronym_of("Office des eaux vives"), "none");
}

TEST_F(AcronymsTest, AWordIsAnAcronymOnlyInCapitals) {
  index("le Comité des arts plastiques (CAP)", 3);
  index("mettre le cap au large", 30);

  EXPECT_EQ(full_name("cap"), "none");
  EXPECT_EQ(full_name("CAP"), "Comité des arts plastiques");
}

TEST_F(AcronymsTest, AQueryForOneFindsTheOther) {
  index("l'Office des eaux vives (OEV)", 3);
  const auto expanded = [&](const char* query) {
    Analysed analysed = analyse(query::parse_query(query, {}), analyzer_);
    const auto notes = expand_variants(analysed, {}, index_.database(), index_.forms(), analyzer_);
    return std::pair(notes.empty() ? "none" : notes.front().detail,
                     query::to_s_expression(analysed.ast.root));
  };

  EXPECT_EQ(expanded("OEV rapport").first, "Office des eaux vives");
  EXPECT_EQ(expanded("rapport office des eaux vives").first, "OEV");
  EXPECT_EQ(expanded("\"OEV\" rapport").first, "none");
  EXPECT_EQ(expanded("rapport eaux vives").first, "none");
}

TEST_F(AcronymsTest, ChangesNoLengthAndNoWeight) {
  index("l'Office des eaux vives (OEV)", 1);

  EXPECT_EQ(index_.database().get_collection_freq("XAoev\x1FOffice des eaux vives"), 0u);
  EXPECT_EQ(index_.database().get_termfreq("XAoev\x1FOffice des eaux vives"), 1u);
}

}  // namespace
}  // namespace kiosque::meaning
