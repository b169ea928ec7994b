#include "indexer/crawl/memory.h"

#include <gtest/gtest.h>

#include <fstream>

#include "indexer/crawl/sqlite.h"
#include "tests/support/moment.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;

using test::kNow;

class MemoryTest : public testing::Test {
 protected:
  test::TempDir dir_;
  Memory memory_ = Memory::open(dir_.path()).value();
};

TEST_F(MemoryTest, UndoesAFailedTransaction) {
  const Status status = memory_.transaction([&]() -> Status {
    (void)memory_.feeds.add(FeedRow{.url = "https://a.fr/rss"});
    return Error{ErrorCode::Io, "no"};
  });

  EXPECT_FALSE(status);
  EXPECT_TRUE(memory_.feeds.all().value().empty());
}

TEST_F(MemoryTest, KnowsWhenSomethingIsDueNext) {
  EXPECT_EQ(memory_.next_due().value(), std::nullopt);
  FeedRow feed{.url = "https://a.fr/rss"};
  feed.next_check = kNow + 2h;
  (void)memory_.feeds.add(feed);

  EXPECT_EQ(memory_.next_due().value(), kNow + 2h);
}

TEST(MemoryOpen, BringsAFileOfTheFirstVersionUpToDate) {
  const test::TempDir dir;
  { (void)Memory::open(dir.path()).value(); }
  {
    Database database(dir / "crawl.sqlite");
    database.run(
        "ALTER TABLE feeds DROP COLUMN validators_of; ALTER TABLE feeds DROP COLUMN every_minutes;"
        "ALTER TABLE feeds DROP COLUMN user_agent; ALTER TABLE feeds DROP COLUMN trust;"
        "ALTER TABLE pages DROP COLUMN body_hash; DROP TABLE https_hosts;"
        "INSERT INTO feeds VALUES (1, 'https://a.fr/rss', '', '', '', 0, '', 0, 'e', '', 5, 0, 0, "
        "0, 0, 0, 0, '', '', 0, 0, ''); PRAGMA user_version = 1;");
  }

  Memory memory = Memory::open(dir.path()).value();

  const FeedRow feed = memory.feeds.all().value().at(0);
  EXPECT_EQ(feed.etag, "e");
  EXPECT_EQ(feed.validators_of, "");
  EXPECT_EQ(feed.settings.every, 0min);
  memory.hosts.keep_https("a.fr", kNow);
  EXPECT_EQ(memory.hosts.https_until("a.fr"), kNow);
}

TEST(MemoryOpen, RefusesAFileOfALaterVersion) {
  const test::TempDir dir;
  { (void)Memory::open(dir.path()).value(); }
  { Database(dir / "crawl.sqlite").run("PRAGMA user_version = 999"); }

  EXPECT_THAT(Memory::open(dir.path()), test::FailsWith(ErrorCode::Incompatible));
}

TEST(MemoryOpen, RefusesAFileThatIsNoDatabase) {
  const test::TempDir dir;
  std::ofstream(dir.path() / "crawl.sqlite") << std::string(5000, 'x');

  EXPECT_THAT(Memory::open(dir.path()), test::FailsWith(ErrorCode::Corrupt));
}

TEST(MemoryOpen, NamesAMissingFolder) { EXPECT_FALSE(Memory::open("/no/such/folder")); }

}  // namespace
}  // namespace kiosque::crawl
