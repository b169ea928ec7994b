// The Debian package: what is in it, that dpkg installs it, and that its programs run from where it
// puts them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// Makes the package in `dir` and gives its path.
fs::path make_package(const TempDir& dir) {
  const RunResult made = run_program(
      {"cpack", "-G", "DEB", "-B", dir.path(), "--config", program_path("../CPackConfig.cmake")});
  EXPECT_EQ(made.status, 0) << made.out << made.err;
  for (const auto& entry : fs::directory_iterator(dir.path())) {
    if (entry.path().extension() == ".deb") return entry.path();
  }
  return {};
}

/// Installs the package into the folder `root`, which is nobody's system. What it depends on stays
/// where it is; who is not root cannot install and unpacks.
RunResult install(const fs::path& package, const fs::path& root) {
  if (geteuid() != 0) return run_program({"dpkg-deb", "-x", package, root});
  fs::create_directories(root / "etc");  // where the user that the service runs as is entered
  fs::create_directories(root / "var/lib/dpkg/info");
  fs::create_directories(root / "var/lib/dpkg/updates");
  std::ofstream(root / "var/lib/dpkg/status").flush();
  return run_program({"dpkg", "--root=" + root.string(), "--force-depends",
                      "--force-script-chrootless", "--install", package});
}

// One test, because making the package takes seconds.
TEST(DebianPackage, IsCompleteAndItsProgramsRun) {
  const TempDir dir;
  const fs::path root = dir / "root";
  const std::string index = dir / "index";

  const fs::path package = make_package(dir);
  const RunResult installed = install(package, root);
  const RunResult needs = run_program({"dpkg-deb", "-f", package, "Depends"});
  const RunResult added =
      run_program({root / "usr/bin/indexer", "add", "--index", index, source_path("corpus/pages")});
  const RunResult found =
      run_program({root / "usr/bin/searcher", "--index", index, "restrictions", "armes", "Kiev"});

  EXPECT_EQ(installed.status, 0) << installed.err;
  EXPECT_THAT(needs.out, HasSubstr("libxapian30"));
  EXPECT_THAT(needs.out, HasSubstr("libcurl4"));
  for (const char* path :
       {"usr/share/man/man1/indexer.1", "usr/share/man/man1/searcher.1",
        "usr/share/man/man7/kiosque-query.7",
        "usr/share/doc/kiosque/examples/webserver/lighttpd.conf",
        "usr/share/doc/kiosque/examples/webserver/apache.conf",
        "usr/share/doc/kiosque/examples/webserver/nginx.conf",
        "usr/lib/systemd/system/kiosque-crawl.service",
        "usr/lib/systemd/system/kiosque-crawl.timer", "usr/lib/sysusers.d/kiosque.conf",
        "usr/share/bash-completion/completions/indexer",
        "usr/share/bash-completion/completions/searcher",
        "usr/share/zsh/vendor-completions/_kiosque",
        "usr/share/fish/vendor_completions.d/searcher.fish", "usr/share/doc/kiosque/copyright",
        "usr/share/doc/kiosque/LICENSE"}) {
    EXPECT_TRUE(fs::exists(root / path)) << path;
  }
  EXPECT_THAT(read_bytes(root / "usr/share/doc/kiosque/copyright"), HasSubstr("Dicollecte"));
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_EQ(found.status, 0) << found.err;
  EXPECT_THAT(found.out, HasSubstr("Kyiv"));
}

}  // namespace
}  // namespace kiosque::test
