#include "indexer/write/write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "common/index/index.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "tests/support/fake_clock.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque::write {
namespace {

using namespace std::chrono_literals;
using test::FailsWith;
using test::IsOk;
using test::IsOkAnd;
using ::testing::Eq;

const std::string kUrl = "https://exemple.fr/a";

index::Article page(const std::string& url, const std::string& text) {
  return {.url = url, .title = "Un titre", .body = {{index::BlockKind::Paragraph, text}}};
}

index::Article entry(const std::string& url, const std::string& text) {
  index::Article article = page(url, text);
  article.summary_only = true;
  article.authors = {"Jeanne Petit"};
  return article;
}

class IndexWriterTest : public ::testing::Test {
 protected:
  IndexWriter open() {
    auto writer = IndexWriter::open(dir_ / "index", {}, clock_);
    EXPECT_THAT(writer, IsOk());
    return std::move(*writer);
  }

  /// The stored document of `url`.
  Xapian::Document stored(const std::string& url) {
    auto reader = index::Reader::open(std::array{dir_ / "index"});
    EXPECT_THAT(reader, IsOk());
    Xapian::Database& database = reader->database();
    return database.get_document(*database.postlist_begin(index::unique_term(url)));
  }

  index::Article article(const std::string& url) {
    return *index::decode_record(index::get_record(stored(url)));
  }

  const test::TempDir dir_;
  test::FakeClock clock_{std::chrono::sys_seconds(1'700'000'000s)};
};

TEST_F(IndexWriterTest, TellsNewFromChangedFromUnchanged) {
  IndexWriter writer = open();

  EXPECT_THAT(writer.put(page(kUrl, "Un.")), IsOkAnd(Eq(PutOutcome::New)));
  EXPECT_THAT(writer.put(page(kUrl, "Un.")), IsOkAnd(Eq(PutOutcome::Unchanged)));
  EXPECT_THAT(writer.put(page(kUrl, "Deux.")), IsOkAnd(Eq(PutOutcome::Changed)));
}

TEST_F(IndexWriterTest, TheSameUrlReplaces) {
  {
    IndexWriter writer = open();
    ASSERT_THAT(writer.put(page(kUrl, "Un.")), IsOk());
    ASSERT_THAT(writer.put(page(kUrl, "Deux.")), IsOk());
    ASSERT_THAT(writer.commit(), IsOk());
  }

  EXPECT_EQ(index::body_text(article(kUrl)), "Deux.");
}

TEST_F(IndexWriterTest, KeepsNoArticleWithoutTheFormsOfItsWords) {
  {
    IndexWriter writer = open();
    ASSERT_THAT(writer.put(page(kUrl, "Des restrictions.")), IsOk());
    ASSERT_THAT(writer.commit(), IsOk());
    ASSERT_THAT(writer.put(page(kUrl, "Des armes.")), IsOk());
    // Ends without a commit, as after an error elsewhere.
  }
  EXPECT_EQ(index::body_text(article(kUrl)), "Des restrictions.");
  {
    IndexWriter writer = open();
    ASSERT_THAT(writer.put(page(kUrl, "Des armes.")), IsOkAnd(Eq(PutOutcome::Changed)));
    ASSERT_THAT(writer.commit(), IsOk());
  }
  auto reader = index::Reader::open(std::array{dir_ / "index"});
  ASSERT_THAT(reader, IsOk());
  EXPECT_EQ(reader->forms().frequency("armes"), 1u);
}

TEST_F(IndexWriterTest, PageAndEntryBecomeOneArticleWhicheverComesFirst) {
  const std::string other = "https://exemple.fr/b";
  {
    IndexWriter writer = open();
    ASSERT_THAT(writer.put(page(kUrl, "La page.")), IsOk());
    ASSERT_THAT(writer.put(entry(kUrl, "Le résumé.")), IsOkAnd(Eq(PutOutcome::Changed)));
    ASSERT_THAT(writer.put(entry(other, "Le résumé.")), IsOk());
    ASSERT_THAT(writer.put(page(other, "La page.")), IsOkAnd(Eq(PutOutcome::Changed)));
    ASSERT_THAT(writer.commit(), IsOk());
  }

  for (const std::string& url : {kUrl, other}) {
    EXPECT_EQ(index::body_text(article(url)), "La page.");
    EXPECT_EQ(article(url).authors, std::vector<std::string>{"Jeanne Petit"});
    EXPECT_FALSE(article(url).summary_only);
  }
}

TEST_F(IndexWriterTest, ReadingPageAndEntryAgainChangesNothing) {
  IndexWriter writer = open();
  ASSERT_THAT(writer.put(page(kUrl, "La page.")), IsOk());
  ASSERT_THAT(writer.put(entry(kUrl, "Le résumé.")), IsOk());

  EXPECT_THAT(writer.put(page(kUrl, "La page.")), IsOkAnd(Eq(PutOutcome::Unchanged)));
  EXPECT_THAT(writer.put(entry(kUrl, "Le résumé.")), IsOkAnd(Eq(PutOutcome::Unchanged)));
}

TEST_F(IndexWriterTest, FirstSeenOutlivesAChange) {
  {
    IndexWriter writer = open();
    ASSERT_THAT(writer.put(page(kUrl, "Un.")), IsOk());
    clock_.advance(24h);
    ASSERT_THAT(writer.put(page(kUrl, "Deux.")), IsOk());
    ASSERT_THAT(writer.commit(), IsOk());
  }

  EXPECT_EQ(index::decode_time(stored(kUrl).get_value(index::slot::kFirstSeen)),
            std::chrono::sys_seconds(1'700'000'000s));
}

TEST_F(IndexWriterTest, NearDuplicatesShareAStoryAlsoAcrossRuns) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "mot" + std::to_string(i * 7919) + " ";
  {
    IndexWriter writer = open();
    ASSERT_THAT(writer.put(page(kUrl, text)), IsOk());
    ASSERT_THAT(writer.put(page("https://exemple.fr/autre", "Tout autre chose.")), IsOk());
    ASSERT_THAT(writer.commit(), IsOk());
  }
  {
    IndexWriter writer = open();
    ASSERT_THAT(writer.put(page("https://ailleurs.fr/a", text + "(avec AFP)")), IsOk());
    ASSERT_THAT(writer.commit(), IsOk());
  }

  const std::string story = stored(kUrl).get_value(index::slot::kStory);
  EXPECT_EQ(stored("https://ailleurs.fr/a").get_value(index::slot::kStory), story);
  EXPECT_NE(stored("https://exemple.fr/autre").get_value(index::slot::kStory), story);
}

TEST_F(IndexWriterTest, RemovesByAnySpellingOfTheUrl) {
  IndexWriter writer = open();
  ASSERT_THAT(writer.put(page(kUrl, "Un.")), IsOk());

  EXPECT_THAT(writer.remove("HTTPS://Exemple.fr:443/a?utm_source=x#c"), IsOkAnd(Eq(true)));
  EXPECT_THAT(writer.remove(kUrl), IsOkAnd(Eq(false)));
}

TEST_F(IndexWriterTest, ASecondWriterIsLockedOut) {
  const IndexWriter writer = open();

  EXPECT_THAT(IndexWriter::open(dir_ / "index", {}, clock_), FailsWith(ErrorCode::Locked));
}

TEST_F(IndexWriterTest, RefusesADirectoryThatHoldsSomethingElse) {
  dir_.write("photos/chat.jpg", "x");

  EXPECT_THAT(IndexWriter::open(dir_ / "photos", {}, clock_), FailsWith(ErrorCode::Invalid));
}

TEST_F(IndexWriterTest, ClearsTheShardsOfAnInterruptedCompaction) {
  { const IndexWriter writer = open(); }
  dir_.write("index/shard-2-0/postlist.glass", "half written");

  const IndexWriter writer = open();

  EXPECT_FALSE(std::filesystem::exists(dir_ / "index/shard-2-0"));
  EXPECT_TRUE(std::filesystem::exists(dir_ / "index/shard-1-0"));
}

TEST_F(IndexWriterTest, OpeningWhatMustExistDoesNotMakeIt) {
  EXPECT_THAT(IndexWriter::open_existing(dir_ / "none", {}, clock_),
              FailsWith(ErrorCode::NotFound));
  EXPECT_FALSE(std::filesystem::exists(dir_ / "none"));
}

}  // namespace
}  // namespace kiosque::write
