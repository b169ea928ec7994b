#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace kiosque::source {

/// A file to read, "-" for standard input.
struct File {
  std::filesystem::path path;
  std::uint64_t size_bytes = 0;  ///< 0 if unknown
  bool named_by_user = false;    ///< itself on the command line, not found in a directory
};

struct FileList {
  std::vector<File> files;
  std::vector<Error> errors;  ///< paths that do not exist, directories that may not be read
};

/// The files behind `paths`: files as they are, directories with all they hold (hidden files and
/// links to directories left out), each directory sorted by name, so that the order never depends
/// on the file system.
[[nodiscard]] FileList list_files(const std::vector<std::string>& paths);

}  // namespace kiosque::source
