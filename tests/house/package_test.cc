// The Debian package: what is in it, and that its programs run from where it puts them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// Makes the package in `dir` and gives its path.
fs::path make_package(const TempDir& dir) {
  const RunResult made =
      run_program({"cpack", "-G", "DEB", "-B", dir.path(), "--config",
                   fs::path(KIOSQUE_BIN_DIR).parent_path() / "CPackConfig.cmake"});
  EXPECT_EQ(made.status, 0) << made.out << made.err;
  for (const auto& entry : fs::directory_iterator(dir.path())) {
    if (entry.path().extension() == ".deb") return entry.path();
  }
  return {};
}

// One test, because making the package takes seconds.
TEST(DebianPackage, IsCompleteAndItsProgramsRun) {
  const TempDir dir;
  const fs::path root = dir / "root";
  const std::string index = dir / "index";

  const fs::path package = make_package(dir);
  const RunResult unpacked = run_program({"dpkg-deb", "-x", package, root});
  const RunResult needs = run_program({"dpkg-deb", "-f", package, "Depends"});
  const RunResult added =
      run_program({root / "usr/bin/indexer", "add", "--index", index, source_path("corpus/pages")});
  const RunResult found =
      run_program({root / "usr/bin/searcher", "--index", index, "restrictions", "armes", "Kiev"});

  EXPECT_EQ(unpacked.status, 0) << unpacked.err;
  EXPECT_THAT(needs.out, HasSubstr("libxapian30"));
  EXPECT_THAT(needs.out, HasSubstr("libcurl4"));
  for (const char* path :
       {"usr/share/man/man1/indexer.1", "usr/share/man/man1/searcher.1",
        "usr/share/bash-completion/completions/indexer",
        "usr/share/bash-completion/completions/searcher",
        "usr/share/zsh/vendor-completions/_kiosque",
        "usr/share/fish/vendor_completions.d/searcher.fish", "usr/share/doc/kiosque/copyright"}) {
    EXPECT_TRUE(fs::exists(root / path)) << path;
  }
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_EQ(found.status, 0) << found.err;
  EXPECT_THAT(found.out, HasSubstr("Kyiv"));
}

}  // namespace
}  // namespace kiosque::test
