#include "indexer/source/file_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace kiosque::source {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> names(const FileList& list) {
  std::vector<std::string> found;
  for (const File& file : list.files) found.push_back(file.path.filename());
  return found;
}

TEST(ListFiles, DirectoriesAreReadInTheOrderOfNames) {
  const test::TempDir dir;
  for (const char* name : {"b/2", "b/1", "c", "a", ".hidden"}) dir.write(name, "x");

  EXPECT_THAT(names(list_files({dir.path().string()})), ElementsAre("a", "1", "2", "c"));
}

TEST(ListFiles, ALoopOfLinksEnds) {
  const test::TempDir dir;
  dir.write("a/file", "x");
  std::filesystem::create_directory_symlink(dir.path(), dir / "a/loop");

  EXPECT_THAT(names(list_files({dir.path().string()})), ElementsAre("file"));
}

TEST(ListFiles, MissingPathsAreToldAndTheOthersKept) {
  const test::TempDir dir;
  const auto file = dir.write("a", "x");

  const FileList list = list_files({dir / "none", file, "-"});

  ASSERT_EQ(list.errors.size(), 1u);
  EXPECT_EQ(list.errors.front().code, ErrorCode::NotFound);
  EXPECT_THAT(names(list), ElementsAre("a", "-"));
  EXPECT_TRUE(list.files.front().named_by_user);
}

}  // namespace
}  // namespace kiosque::source
