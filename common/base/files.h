#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace kiosque {

/// Reads a whole file of at most `limit_bytes`. Errors name the file: NotFound, Denied, Limit, Io.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path,
                                            std::size_t limit_bytes);

/// Writes a file so that a reader, or a crash at any moment, sees the old or the new content whole:
/// temporary file beside it, fsync, rename, fsync of the folder.
[[nodiscard]] Status write_file_atomically(const std::filesystem::path& path,
                                           std::string_view content);

/// Makes the names of a folder safe from a power cut: of files made, renamed or removed in it. What
/// the files hold is theirs to sync, before. "" is the current folder.
[[nodiscard]] Status sync_folder(const std::filesystem::path& folder);

/// Writes all of `bytes` to an open file, pipe or socket; false with errno set if that fails.
[[nodiscard]] bool write_all(int descriptor, std::string_view bytes) noexcept;

/// An Error for a failed system call on `path`, from errno: "cannot open 'x': No such file".
[[nodiscard]] Error system_error(std::string_view action, const std::filesystem::path& path,
                                 int error_number);

/// An advisory lock (flock) on a file, held until destroyed; the kernel frees it when we die.
class FileLock {
 public:
  /// Takes the lock at once or fails with Locked; creates the file if need be.
  [[nodiscard]] static Result<FileLock> take(const std::filesystem::path& path);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace kiosque
