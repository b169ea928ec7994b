#include "common/base/files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/result_matchers.h"
#include "tests/support/temp_dir.h"

namespace kiosque {
namespace {

using test::FailsWith;

TEST(ReadFile, GivesTheBytes) {
  const test::TempDir dir;
  std::ofstream(dir / "a") << "été";

  EXPECT_EQ(read_file(dir / "a", 100).value(), "été");
}

TEST(ReadFile, NamesWhatIsMissingTooLargeOrAFolder) {
  const test::TempDir dir;
  std::ofstream(dir / "large") << std::string(101, 'x');

  EXPECT_THAT(read_file(dir / "none", 100), FailsWith(ErrorCode::NotFound));
  EXPECT_THAT(read_file(dir / "large", 100), FailsWith(ErrorCode::Limit));
  EXPECT_THAT(read_file(dir.path(), 100), FailsWith(ErrorCode::Io));
}

TEST(WriteFileAtomically, ReplacesAndLeavesNothingElse) {
  const test::TempDir dir;
  std::ofstream(dir / "a") << "old";

  ASSERT_TRUE(write_file_atomically(dir / "a", "new"));

  EXPECT_EQ(read_file(dir / "a", 100).value(), "new");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1);
}

TEST(WriteFileAtomically, KeepsTheOldFileWhenItFails) {
  const test::TempDir dir;
  std::filesystem::create_directory(dir / "a");
  std::ofstream(dir / "a" / "kept") << "x";

  EXPECT_FALSE(write_file_atomically(dir / "a", "new"));

  EXPECT_TRUE(std::filesystem::exists(dir / "a" / "kept"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1);
}

TEST(FileLock, IsHeldByOneAtATime) {
  const test::TempDir dir;
  {
    const auto first = FileLock::take(dir / "lock");
    ASSERT_TRUE(first);

    EXPECT_THAT(FileLock::take(dir / "lock"), FailsWith(ErrorCode::Locked));
  }

  EXPECT_TRUE(FileLock::take(dir / "lock"));
}

}  // namespace
}  // namespace kiosque
