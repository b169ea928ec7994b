#include <gtest/gtest.h>

#include <string>

#include "common/base/result.h"
#include "searcher/cli/cli.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_dir.h"

namespace kiosque::cli {
namespace {

TEST(CliExample, PrintsWhatWasFound) {
  const test::TempDir folder;
  test::write_index(folder / "index",
                    {test::article_of("https://gazette.example/1", "Des armes.")});
  testing::internal::CaptureStdout();

  const std::string index = (folder / "index").string();
  const char* arguments[] = {"searcher", "-i", index.c_str(), "--format", "trec", "armes"};
  EXPECT_EQ(run(6, arguments), kExitOk);

  const std::string printed = testing::internal::GetCapturedStdout();
  EXPECT_TRUE(printed.starts_with("1 Q0 https://gazette.example/1 1 ")) << printed;
}

}  // namespace
}  // namespace kiosque::cli
