#include "searcher/engine/hits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "common/index/record.h"
#include "common/index/schema.h"

namespace kiosque::engine {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::FieldsAre;
using testing::IsEmpty;

/// A database whose articles all hold the word "crue".
class FindOtherSources : public testing::Test {
 protected:
  Xapian::docid add(const std::string& source, const std::string& story, sys_days day,
                    const std::string& word = "crue") {
    Xapian::Document document;
    const std::string url =
        "https://" + source + "/" + std::to_string(day.time_since_epoch().count());
    index::set_record(document, index::encode_record({.url = url, .source = source}));
    document.add_value(index::slot::kSource, source);
    document.add_value(index::slot::kStory, story);
    document.add_boolean_term(std::string(index::prefix::kStory) + story);
    document.add_value(index::slot::kPublished, index::encode_time(day));
    document.add_boolean_term(word);
    return database_.add_document(document);
  }

  Hit told(Xapian::docid id, const std::string& source) {
    std::vector<Hit> hits(1);
    hits[0].source = source;
    const std::vector<rank::RankedHit> shown{{.id = id, .score = 1}};
    find_other_sources(database_, Xapian::Query("crue"), shown, hits);
    return hits[0];
  }

  static constexpr sys_days kDay{2024y / 5 / 2};
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

TEST_F(FindOtherSources, NamesEachSourceOnceOldestArticleFirst) {
  const auto shown = add("fanal.example", "s", kDay);
  add("gazette.example", "s", kDay + days{2});
  add("estuaire.example", "s", kDay + days{1});
  add("gazette.example", "s", kDay + days{3});

  const Hit hit = told(shown, "fanal.example");

  EXPECT_EQ(hit.other_sources, 3u);
  EXPECT_THAT(hit.elsewhere,
              ElementsAre(FieldsAre("estuaire.example", "https://estuaire.example/19846"),
                          FieldsAre("gazette.example", "https://gazette.example/19847")));
}

TEST_F(FindOtherSources, LeavesOutItsOwnSourceAndOtherStories) {
  const auto shown = add("fanal.example", "s", kDay);
  add("fanal.example", "s", kDay + days{1});
  add("gazette.example", "t", kDay);

  EXPECT_THAT(told(shown, "fanal.example").elsewhere, IsEmpty());
}

TEST_F(FindOtherSources, NamesOnlyArticlesThatMatch) {
  const auto shown = add("fanal.example", "s", kDay);
  add("gazette.example", "s", kDay, "vent");

  EXPECT_THAT(told(shown, "fanal.example").elsewhere, IsEmpty());
}

TEST_F(FindOtherSources, AStoryOfOneArticleHasNone) {
  const auto shown = add("fanal.example", "s", kDay);
  add("gazette.example", "t", kDay);

  EXPECT_EQ(told(shown, "fanal.example").other_sources, 0u);
}

}  // namespace
}  // namespace kiosque::engine
