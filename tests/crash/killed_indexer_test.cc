// The indexer killed at any moment leaves an index that opens, is sound and holds what was
// committed; the same command run again completes it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/support/child_process.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_lines.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

constexpr int kArticles = 1200;
constexpr int kWords = 250;  // 1200 such articles are several batches a shard

int articles_in(const std::string& index) {
  const RunResult stats = run_indexer({"stats", "--json", "--index", index});
  return stats.status == 0 ? nlohmann::json::parse(stats.out).value("articles", 0) : 0;
}

void expect_sound_and_completable(const std::string& index, const TempDir& dir, int committed) {
  EXPECT_EQ(run_indexer({"check", "--index", index}).status, 0);
  EXPECT_GE(articles_in(index), committed);

  const auto file = dir.write("all.jsonl", sample_lines(0, kArticles, kWords));
  const RunResult again = run_indexer({"add", "--index", index, file});

  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(articles_in(index), kArticles);
  EXPECT_EQ(run_indexer({"check", "--index", index}).status, 0);
}

TEST(KilledIndexer, KeepsWhatWasCommitted) {
  const TempDir dir;
  const std::string index = dir / "index";
  ChildProcess indexer({program_path("indexer"), "add", "--index", index, "-"});
  indexer.write(sample_lines(0, kArticles, kWords));

  int committed = 0;
  for (int i = 0; i < 600 && committed == 0; ++i) {
    std::this_thread::sleep_for(50ms);
    committed = articles_in(index);
  }
  indexer.kill();

  ASSERT_GT(committed, 0) << "no batch was committed in 30 seconds";
  expect_sound_and_completable(index, dir, committed);
}

TEST(KilledIndexer, SurvivesAKillAtAnyMoment) {
  for (const auto delay : {3ms, 30ms, 120ms, 250ms}) {
    const TempDir dir;
    const std::string index = dir / "index";
    const auto file = dir.write("all.jsonl", sample_lines(0, kArticles, kWords));
    ChildProcess indexer({program_path("indexer"), "add", "--index", index, file});

    std::this_thread::sleep_for(delay);
    indexer.kill();

    if (std::filesystem::exists(index + "/kiosque.json")) {
      expect_sound_and_completable(index, dir, 0);
    } else {
      EXPECT_EQ(run_indexer({"add", "--index", index, file}).status, 0);
    }
  }
}

TEST(KilledIndexer, MayHaveLeftAnUnfinishedManifest) {
  const TempDir dir;
  const std::string index = dir / "index";
  std::filesystem::create_directories(index);
  dir.write("index/kiosque.json.tmp.123", "{");
  const auto file = dir.write("all.jsonl", sample_lines(0, 3, kWords));

  EXPECT_EQ(run_indexer({"add", "--index", index, file}).status, 0);
  EXPECT_EQ(articles_in(index), 3);
}

TEST(KilledIndexer, LeavesNoLockBehind) {
  const TempDir dir;
  const std::string index = dir / "index";
  ChildProcess indexer({program_path("indexer"), "add", "--index", index, "-"});
  for (int i = 0; i < 600 && !std::filesystem::exists(index + "/kiosque.json"); ++i) {
    std::this_thread::sleep_for(10ms);
  }
  const auto file = dir.write("a.jsonl", sample_lines(0, 1));
  const RunResult meanwhile = run_indexer({"add", "--index", index, file});
  indexer.kill();
  const RunResult after = run_indexer({"add", "--index", index, file});

  EXPECT_EQ(meanwhile.status, 75);
  EXPECT_THAT(meanwhile.err, HasSubstr("another indexer is writing to"));
  EXPECT_EQ(after.status, 0) << after.err;
}

}  // namespace
}  // namespace kiosque::test
