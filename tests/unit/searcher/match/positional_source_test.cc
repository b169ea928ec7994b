#include "searcher/match/positional_source.h"

#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <set>
#include <sstream>

#include "common/index/positional_index.h"
#include "common/index/schema.h"

namespace kiosque::match {
namespace {

constexpr std::uint32_t kNoEnd = std::numeric_limits<std::uint32_t>::max();

TEST(Stands, SideBySideInOrder) {
  const WordPattern phrase{.words = {{{"Za"}}, {{"Zb"}}, {{"Zc"}}}, .window = 3, .in_order = true};

  EXPECT_TRUE(stands(phrase, {{1, 7}, {5, 8}, {2, 9}}, kNoEnd));
  EXPECT_FALSE(stands(phrase, {{1, 7}, {9}, {8}}, kNoEnd));
  EXPECT_FALSE(stands(phrase, {{1, 7}, {5, 8}, {2, 9}}, 8));
  EXPECT_FALSE(stands(phrase, {{1, 7}, {}, {2, 9}}, kNoEnd));
}

TEST(Stands, NearInAnyOrder) {
  const WordPattern near{.words = {{{"Za"}}, {{"Zb"}}}, .window = 3};

  EXPECT_TRUE(stands(near, {{20}, {1, 18}}, kNoEnd));
  EXPECT_TRUE(stands(near, {{1, 18}, {20}}, kNoEnd));
  EXPECT_FALSE(stands(near, {{21}, {1, 18}}, kNoEnd));
  EXPECT_FALSE(stands(near, {{20}, {1, 18}}, 19));
}

/// Two shards, articles dealt in turn: the source meets a database of its own in each.
class Shards : public testing::Test {
 protected:
  void add(const std::string& text) {
    std::map<std::string, index::Occurrences> places;
    std::istringstream words(text);
    std::uint32_t position = 0;
    for (std::string word; words >> word;) {
      index::Occurrences& at = places["Z" + word.substr(0, 1)];
      at.positions.push_back(++position);
      at.forms.push_back(index::form_code(word, word.substr(0, 1)));
    }
    Xapian::Document document;
    std::vector<index::TermPositions> terms;
    for (const auto& [term, at] : places) {
      document.add_term(term);
      terms.push_back({index::position_hash(term), at.positions, at.forms});
    }
    document.add_value(index::slot::kPositions, index::encode_positions(terms, 0));
    shards_[next_++ % 2].add_document(document);
  }

  std::set<Xapian::docid> found(const Xapian::Query& query) {
    Xapian::Database both;
    for (const auto& shard : shards_) both.add_database(shard);
    Xapian::Enquire enquire(both);
    enquire.set_query(query);
    std::set<Xapian::docid> ids;
    const Xapian::MSet hits = enquire.get_mset(0, 100);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) ids.insert(*hit);
    return ids;
  }

  static Xapian::Query phrase(const std::vector<std::string>& terms) {
    std::vector<PatternWord> words;
    for (const std::string& term : terms) words.push_back({{term}});
    return phrase(words, terms);
  }

  static Xapian::Query phrase(const std::vector<PatternWord>& words,
                              const std::vector<std::string>& terms) {
    auto* source = new PositionalSource(
        {.words = words, .window = static_cast<std::uint32_t>(words.size()), .in_order = true},
        terms);
    return Xapian::Query(source->release());
  }

 private:
  Xapian::WritableDatabase shards_[2] = {Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY),
                                         Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)};
  std::size_t next_ = 0;
};

using Ids = std::set<Xapian::docid>;

TEST_F(Shards, FindsByItselfAndAsAClause) {
  for (const char* text : {"a b", "b a", "c a b", "a c b", "b", "a b a b", "a", "x a b"}) add(text);
  const std::vector<std::string> terms{"Za", "Zb"};
  const Xapian::Query all(Xapian::Query::OP_AND, terms.begin(), terms.end());
  const Ids expected{1, 3, 6, 8};

  EXPECT_EQ(found(phrase(terms)), expected);
  EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_FILTER, all, phrase(terms))), expected);
  EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_AND_NOT, all, phrase(terms))), (Ids{2, 4}));
  EXPECT_EQ(found(Xapian::Query(Xapian::Query::OP_OR, phrase(terms), Xapian::Query("Zc"))),
            (Ids{1, 3, 4, 6, 8}));
}

TEST_F(Shards, FindsWordsInOneOfTheFormsAskedFor) {
  for (const char* text : {"as b", "a b", "b as", "a as b", "ar b", "as c"}) add(text);
  const index::FormCode as = index::form_code("as", "a");

  EXPECT_EQ(found(phrase({{{"Za"}, {as}}, {{"Zb"}}}, {"Za", "Zb"})), (Ids{1, 4}));
  EXPECT_EQ(found(phrase({{{"Za"}, {as, 0}}, {{"Zb"}}}, {"Za", "Zb"})), (Ids{1, 2, 4}));
  EXPECT_EQ(found(phrase({PatternWord{{"Za"}, {as}}}, {"Za"})), (Ids{1, 3, 4, 6}));
}

TEST_F(Shards, FindsEitherReadingOfAWord) {
  for (const char* text : {"a b", "b a", "c b", "a x b", "a c b", "c a", "b"}) add(text);
  const std::vector<PatternWord> words{{{"Za", "Zc"}}, {{"Zb"}}};

  EXPECT_EQ(found(phrase(words, {"Zb"})), (Ids{1, 3, 5}));
}

TEST_F(Shards, FindsAFormOfEitherReading) {
  for (const char* text : {"as b", "a b", "cs b", "c b"}) add(text);
  const std::vector<PatternWord> words{
      {{"Za", "Zc"}, {index::form_code("as", "a"), index::form_code("cs", "c")}}, {{"Zb"}}};

  EXPECT_EQ(found(phrase(words, {"Zb"})), (Ids{1, 3}));
}

TEST_F(Shards, FindsNothingWhereAWordIsUnknown) {
  for (const char* text : {"a b", "b a"}) add(text);

  EXPECT_EQ(found(phrase({"Za", "Zz"})), Ids{});
}

}  // namespace
}  // namespace kiosque::match
