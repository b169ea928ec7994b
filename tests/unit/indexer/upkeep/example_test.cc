#include <gtest/gtest.h>

#include "indexer/upkeep/upkeep.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_dir.h"

namespace kiosque::upkeep {
namespace {

// As upkeep.h shows it.
TEST(UpkeepExample, CompactionKeepsWhatTheIndexHolds) {
  const test::TempDir dir;
  const auto directory = dir / "index";
  test::write_index(directory, {test::article_of("https://journal.example/1", "Un."),
                                test::article_of("https://journal.example/2", "Deux.")});

  const CheckReport report = check(directory).value();
  const Statistics before = statistics(directory).value();
  const CompactionReport compacted = compact(directory).value();
  const Statistics after = statistics(directory).value();

  EXPECT_TRUE(report.problems.empty());
  EXPECT_EQ(report.articles, 2u);
  EXPECT_EQ(before.shards, 2u);
  EXPECT_EQ(before.size_bytes, compacted.bytes_before);
  EXPECT_EQ(after.shards, 1u);
  EXPECT_EQ(after.articles, 2u);
}

}  // namespace
}  // namespace kiosque::upkeep
