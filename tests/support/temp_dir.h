#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kiosque::test {

/// An empty folder of its own for a test, removed with all it holds when destroyed.
///
///   const TempDir dir;
///   dir.write("a.html", "<p>Bonjour");
///   run_indexer({"add", "--index", dir / "index", dir / "a.html"});
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const;

  /// Writes a file (bytes as they are) and makes the folders it needs; returns its path.
  std::filesystem::path write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

/// The bytes of a file; fails the test (and gives "") if it cannot be read.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path);

/// A file or folder of the project: `source_path("tests/data/feed.xml")`.
[[nodiscard]] std::filesystem::path source_path(std::string_view relative);

}  // namespace kiosque::test
