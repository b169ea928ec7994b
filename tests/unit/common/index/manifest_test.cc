#include "common/index/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "common/index/schema.h"
#include "common/text/text.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque::index {
namespace {

using test::FailsWith;

TEST(Manifest, RoundTrips) {
  const test::TempDir dir;
  const Manifest manifest{kSchemaVersion, text::analyzer_version(), {"shard-1-0", "shard-1-1"}};

  ASSERT_TRUE(write_manifest(dir.path(), manifest));

  EXPECT_EQ(read_manifest(dir.path()).value(), manifest);
}

TEST(Manifest, TellsMissingFromDamagedFromForeign) {
  const test::TempDir dir;
  EXPECT_THAT(read_manifest(dir.path()), FailsWith(ErrorCode::NotFound));

  std::ofstream(dir / "kiosque.json") << "{";
  EXPECT_THAT(read_manifest(dir.path()), FailsWith(ErrorCode::Corrupt));

  ASSERT_TRUE(write_manifest(dir.path(), {kSchemaVersion + 1, text::analyzer_version(), {"s"}}));
  EXPECT_THAT(read_manifest(dir.path()), FailsWith(ErrorCode::Incompatible));
}

TEST(Manifest, TellsAnAnalyserOfAnotherLexicon) {
  const test::TempDir dir;
  ASSERT_TRUE(write_manifest(dir.path(), {kSchemaVersion, "2-00000000", {"s"}}));

  const auto manifest = read_manifest(dir.path());

  ASSERT_THAT(manifest, FailsWith(ErrorCode::Incompatible));
  EXPECT_THAT(manifest.error().message, testing::HasSubstr("2-00000000"));
}

TEST(Manifest, ReadsTheNumberThatAnAnalyserHadBefore) {
  const test::TempDir dir;
  dir.write("kiosque.json",
            R"({"format": "kiosque-index", "schema": 4, "analyzer": 1, "shards": ["s"]})");

  EXPECT_THAT(read_manifest(dir.path()), FailsWith(ErrorCode::Incompatible));
  EXPECT_EQ(read_manifest_of_any_version(dir.path()).value(), (Manifest{4, "1", {"s"}}));
}

TEST(Manifest, NeverPointsOutsideTheIndex) {
  const test::TempDir dir;
  ASSERT_TRUE(
      write_manifest(dir.path(), {kSchemaVersion, text::analyzer_version(), {"../elsewhere"}}));

  EXPECT_THAT(read_manifest(dir.path()), FailsWith(ErrorCode::Corrupt));
}

}  // namespace
}  // namespace kiosque::index
