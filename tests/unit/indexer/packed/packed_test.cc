#include "indexer/packed/packed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque::packed {
namespace {

TEST(Gunzip, UnpacksWhatGzipPacked) {
  const std::string text(100'000, 'x');

  EXPECT_EQ(gunzip(gzip(text), 1u << 20).value(), text);
  EXPECT_EQ(gunzip(gzip(""), 10).value(), "");
}

TEST(Gunzip, JoinsMembers) { EXPECT_EQ(gunzip(gzip("a") + gzip("b"), 10).value(), "ab"); }

TEST(Gunzip, IgnoresPaddingBehindTheLastMember) {
  EXPECT_EQ(gunzip(gzip("a") + std::string(512, '\0'), 10).value(), "a");
}

TEST(Gunzip, TakesAnEmptyMemberBetweenOthers) {
  EXPECT_EQ(gunzip(gzip("a") + gzip("") + gzip("b"), 10).value(), "ab");
}

TEST(ByteStream, RefusesPaddingBehindTheLastMember) {
  const test::TempDir dir;
  const auto path = dir.write("a.gz", gzip("a") + std::string(512, '\0'));

  ByteStream stream = ByteStream::open(path).value();
  std::string text;

  EXPECT_TRUE(stream.read(text, 100));
  EXPECT_EQ(text, "a");
  EXPECT_THAT(stream.read(text, 100), test::FailsWith(ErrorCode::Corrupt));
}

TEST(Gunzip, StopsABomb) {
  const auto result = gunzip(gzip(std::string(50u << 20, '\0')), 1u << 20);

  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::Limit);
}

TEST(Gunzip, RefusesCutAndDamagedData) {
  const std::string packed = gzip("un article entier");

  EXPECT_EQ(gunzip(packed.substr(0, packed.size() - 6), 100).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(gunzip("\x1f\x8b\x08garbage", 100).error().code, ErrorCode::Corrupt);
}

}  // namespace
}  // namespace kiosque::packed
