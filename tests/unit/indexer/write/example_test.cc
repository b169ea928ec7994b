#include <gtest/gtest.h>

#include <chrono>

#include "indexer/write/write.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace kiosque::write {
namespace {

// As write.h shows it.
TEST(WriteExample, PutsAnArticleIntoANewIndex) {
  const test::TempDir dir;
  const auto directory = dir / "index";
  const test::FakeClock clock{std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000))};
  const index::Article article{.url = "https://journal.example/1", .title = "Un titre"};

  IndexWriter writer = IndexWriter::open(directory, {.shards = 2}, clock).value();
  const PutOutcome outcome = writer.put(article).value();
  const Status durable = writer.commit();

  EXPECT_EQ(outcome, PutOutcome::New);
  EXPECT_TRUE(durable);
  EXPECT_EQ(writer.counts().fresh, 1u);
}

}  // namespace
}  // namespace kiosque::write
