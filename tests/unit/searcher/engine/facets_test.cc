#include "searcher/engine/facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "common/index/schema.h"

namespace kiosque::engine {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::FieldsAre;
using testing::IsEmpty;

Xapian::Document article(const std::string& source, const std::string& authors,
                         sys_seconds published) {
  Xapian::Document document;
  document.add_value(index::slot::kSource, source);
  document.add_value(index::slot::kAuthors, authors);
  document.add_value(index::slot::kPublished, index::encode_time(published));
  return document;
}

TEST(FacetSpy, CountsValuesMostFrequentFirst) {
  FacetSpy spy;

  spy(article("b.fr", "", sys_days{2024y / 5 / 2}), 1);
  spy(article("a.fr", "", sys_days{2024y / 5 / 3}), 1);
  spy(article("b.fr", "", sys_days{2024y / 3 / 3}), 1);

  EXPECT_THAT(spy.facets()[0].values, ElementsAre(FieldsAre("b.fr", 2), FieldsAre("a.fr", 1)));
  EXPECT_THAT(spy.facets()[4].values,
              ElementsAre(FieldsAre("2024-05", 2), FieldsAre("2024-03", 1)));
}

TEST(FacetSpy, CountsArticlesAndTheStoriesTheyTell) {
  FacetSpy spy;
  Xapian::Document first = article("a.fr", "", sys_days{2024y / 5 / 2});
  first.add_value(index::slot::kStory, "12345678");

  spy(first, 1);
  spy(first, 1);
  spy(article("b.fr", "", sys_days{2024y / 5 / 3}), 1);

  EXPECT_EQ(spy.articles(), 3U);
  EXPECT_EQ(spy.stories(), 2U);
}

TEST(FacetSpy, EveryAuthorOfAnArticleCounts) {
  FacetSpy spy;

  spy(article("a.fr", "Jeanne Dupont\x1FPaul Martin", sys_days{2024y / 5 / 2}), 1);

  EXPECT_THAT(spy.facets()[2].values,
              ElementsAre(FieldsAre("Jeanne Dupont", 1), FieldsAre("Paul Martin", 1)));
}

TEST(FacetSpy, TimelineHasNoGaps) {
  FacetSpy spy;

  spy(article("a.fr", "", sys_days{2023y / 11 / 2}), 1);
  spy(article("a.fr", "", sys_days{2024y / 2 / 2}), 1);

  EXPECT_THAT(spy.timeline(), ElementsAre(FieldsAre(2023, 11U, 1), FieldsAre(2023, 12U, 0),
                                          FieldsAre(2024, 1U, 0), FieldsAre(2024, 2U, 1)));
}

TEST(FacetSpy, MonthsAreThoseOfParis) {
  FacetSpy spy;

  spy(article("a.fr", "", sys_days{2024y / 5 / 31} + hours{22}), 1);

  EXPECT_THAT(spy.timeline(), ElementsAre(FieldsAre(2024, 6U, 1)));
}

TEST(FacetSpy, WithoutArticlesHasNothing) {
  const FacetSpy spy;

  EXPECT_THAT(spy.timeline(), IsEmpty());
  for (const Facet& facet : spy.facets()) EXPECT_THAT(facet.values, IsEmpty());
}

}  // namespace
}  // namespace kiosque::engine
