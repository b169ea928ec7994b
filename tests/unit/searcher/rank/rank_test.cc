#include "searcher/rank/rank.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/index/terms.h"
#include "tests/support/small_index.h"

namespace kiosque::rank {
namespace {

/// An index of bodies, in memory; the first has id 1.
Xapian::Database index_of(const std::vector<std::string>& bodies) {
  test::SmallIndex index;
  for (const std::string& body : bodies) index.add(body);
  return index.database();
}

std::vector<RankedHit> found_by(Xapian::Enquire& enquire) {
  std::vector<RankedHit> hits;
  const Xapian::MSet found = enquire.get_mset(0, 100);
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    hits.push_back({*hit, hit.get_weight()});
  }
  return hits;
}

/// Ids in the order of the ranking, for words given as (stem, form).
std::vector<Xapian::docid> ranked(Xapian::Database database,
                                  const std::vector<std::pair<std::string, std::string>>& pairs,
                                  const Options& options = {}) {
  Query query;
  std::vector<Xapian::Query> terms;
  for (const auto& [stem, form] : pairs) {
    query.words.push_back({.stem_terms = {"Z" + stem}, .forms = {index::form_code(form, stem)}});
    terms.emplace_back("Z" + stem);
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(NewsWeight(options));
  std::vector<Xapian::docid> ids;
  auto hits = found_by(enquire);
  rank_again(database, hits, query, options);
  for (const RankedHit& hit : hits) ids.push_back(hit.id);
  return ids;
}

const std::string kFiller = " un deux trois quatre cinq six sept huit neuf dix onze douze treize";

TEST(NewsWeight, RareWordsCountMore) {
  const auto database = index_of({"vent pluie", "vent soleil", "vent neige"});

  EXPECT_EQ(ranked(database, {{"vent", "vent"}, {"soleil", "soleil"}}).front(), 2u);
}

TEST(NewsWeight, LongArticlesAreHeldBack) {
  const auto database = index_of({"soleil" + kFiller + kFiller, "soleil brille"});

  EXPECT_THAT(ranked(database, {{"soleil", "soleil"}}, {.depth = 0}), testing::ElementsAre(2u, 1u));
}

TEST(RankAgain, AStopWordBesideItsWordCounts) {
  const auto database = index_of({"la mort de Paris hier", "un accord pour Paris hier"});
  Query query{.words = {{.stem_terms = {"ZParis"}, .forms = {index::form_code("paris", "Paris")}}},
              .beside = {{.stem_term = "Zpour", .word = 0, .before = true}}};
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query("ZParis"));
  enquire.set_weighting_scheme(NewsWeight());

  auto beside = found_by(enquire);
  auto behind = beside;
  rank_again(database, beside, query, {});
  query.beside.front().before = false;
  rank_again(database, behind, query, {});

  ASSERT_EQ(beside.size(), 2u);
  EXPECT_EQ(beside.front().id, 2u);
  EXPECT_EQ(behind.front().id, 1u);
}

TEST(RankAgain, ExactFormComesFirst) {
  const auto database = index_of({"arme", "armes"});

  EXPECT_THAT(ranked(database, {{"arme", "armes"}}), testing::ElementsAre(2u, 1u));
}

TEST(RankAgain, WordsSideBySideComeFirst) {
  const auto database = index_of({"vent" + kFiller + " soleil", "vent soleil" + kFiller});

  EXPECT_EQ(ranked(database, {{"vent", "vent"}, {"soleil", "soleil"}}).front(), 2u);
}

TEST(RankAgain, EarlyWordsComeFirst) {
  const auto database = index_of({kFiller + " soleil", "soleil" + kFiller});

  EXPECT_EQ(ranked(database, {{"soleil", "soleil"}}).front(), 2u);
}

TEST(RankAgain, LeavesWhatIsBehindTheDepthInPlace) {
  const auto database = index_of({"arme", "arme", "armes"});

  const auto ids = ranked(database, {{"arme", "armes"}}, {.depth = 2});

  EXPECT_THAT(ids, testing::ElementsAre(1u, 2u, 3u));
}

}  // namespace
}  // namespace kiosque::rank
