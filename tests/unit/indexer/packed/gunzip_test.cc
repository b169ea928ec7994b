#include "indexer/packed/packed.h"

#include <gtest/gtest.h>

namespace kiosque::packed {
namespace {

TEST(Gunzip, UnpacksWhatGzipPacked) {
  const std::string text(100'000, 'x');

  EXPECT_EQ(gunzip(gzip(text), 1u << 20).value(), text);
  EXPECT_EQ(gunzip(gzip(""), 10).value(), "");
}

TEST(Gunzip, JoinsMembers) { EXPECT_EQ(gunzip(gzip("a") + gzip("b"), 10).value(), "ab"); }

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
