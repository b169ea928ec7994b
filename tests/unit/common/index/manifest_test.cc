#include "common/index/manifest.h"

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
  const Manifest manifest{kSchemaVersion, text::kAnalyzerVersion, {"shard-1-0", "shard-1-1"}};

  ASSERT_TRUE(write_manifest(dir.path(), manifest));

  EXPECT_EQ(read_manifest(dir.path()).value(), manifest);
}

TEST(Manifest, TellsMissingFromDamagedFromForeign) {
  const test::TempDir dir;
  EXPECT_THAT(read_manifest(dir.path()), FailsWith(ErrorCode::NotFound));

  std::ofstream(dir / "kiosque.json") << "{";
  EXPECT_THAT(read_manifest(dir.path()), FailsWith(ErrorCode::Corrupt));

  ASSERT_TRUE(write_manifest(dir.path(), {kSchemaVersion + 1, text::kAnalyzerVersion, {"s"}}));
  EXPECT_THAT(read_manifest(dir.path()), FailsWith(ErrorCode::Incompatible));
}

TEST(Manifest, NeverPointsOutsideTheIndex) {
  const test::TempDir dir;
  ASSERT_TRUE(
      write_manifest(dir.path(), {kSchemaVersion, text::kAnalyzerVersion, {"../elsewhere"}}));

  EXPECT_THAT(read_manifest(dir.path()), FailsWith(ErrorCode::Corrupt));
}

}  // namespace
}  // namespace kiosque::index
