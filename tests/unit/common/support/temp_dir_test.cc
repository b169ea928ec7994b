#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <optional>

namespace kiosque::test {
namespace {

TEST(TempDir, IsRemovedWithAllItHolds) {
  std::optional<TempDir> dir(std::in_place);
  const auto file = dir->write("a/b/c.txt", "x");
  ASSERT_TRUE(std::filesystem::exists(file));

  dir.reset();

  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_FALSE(std::filesystem::exists(file.parent_path().parent_path().parent_path()));
}

TEST(TempDir, KeepsBytesAsTheyAre) {
  const TempDir dir;

  const auto file = dir.write("bytes", std::string("\0\r\n\xE9", 4));

  EXPECT_EQ(read_bytes(file), std::string("\0\r\n\xE9", 4));
}

TEST(TempDir, TwoAreNeverTheSame) {
  const TempDir one;
  const TempDir other;

  EXPECT_NE(one.path(), other.path());
}

}  // namespace
}  // namespace kiosque::test
