#include "common/base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace kiosque {
namespace fs = std::filesystem;
namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] int get() const noexcept { return value_; }

 private:
  int value_;
};

ErrorCode code_of(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
      return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
      return ErrorCode::Denied;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return ErrorCode::Full;
    default:
      return ErrorCode::Io;
  }
}

std::string hint_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotFound:
      return "check the path";
    case ErrorCode::Denied:
      return "check the permissions of the file and of its folder";
    case ErrorCode::Full:
      return "free some space, then run the same command again";
    default:
      return {};
  }
}

/// Errors name `path`, the file that is meant.
Status write_and_sync(const fs::path& temporary, std::string_view content, const fs::path& path) {
  const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.get() < 0) return system_error("create", path, errno);
  if (!write_all(file.get(), content) || ::fsync(file.get()) != 0) {
    return system_error("write", path, errno);
  }
  return Ok{};
}

}  // namespace

bool write_all(int descriptor, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Error system_error(std::string_view action, const fs::path& path, int error_number) {
  const ErrorCode code = code_of(error_number);
  return Error{
      code,
      fmt::format("cannot {} '{}': {}", action, path.string(), std::strerror(error_number)),
      hint_of(code),
      ErrorKind::File,
      {std::string(action), path.string()}};
}

Result<std::string> read_file(const fs::path& path, std::size_t limit_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return system_error("open", path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error("read", path, errno);
  if (S_ISDIR(status.st_mode)) return system_error("read", path, EISDIR);
  const Error too_large{
      ErrorCode::Limit,
      fmt::format("'{}' is larger than {} MB", path.string(), limit_bytes / 1'000'000),
      "split it, or leave it out",
      ErrorKind::FileTooLarge,
      {path.string(), std::to_string(limit_bytes / 1'000'000)}};
  if (std::cmp_greater(status.st_size, limit_bytes)) return too_large;

  std::string content;
  std::size_t length = 0;
  content.resize(static_cast<std::size_t>(status.st_size) + 1);
  for (;;) {
    const ssize_t got = ::read(file.get(), content.data() + length, content.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error("read", path, errno);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
    if (length > limit_bytes) return too_large;
    if (length == content.size()) content.resize(content.size() * 2 + 4096);
  }
  content.resize(length);
  return content;
}

Status write_file_atomically(const fs::path& path, std::string_view content) {
  fs::path temporary = path;
  temporary += fmt::format(".tmp.{}", ::getpid());
  Status written = write_and_sync(temporary, content, path);
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0) {
    written = system_error("replace", path, errno);
  }
  if (!written) {
    ::unlink(temporary.c_str());
    return written;
  }
  return sync_folder(path.parent_path());
}

Status sync_folder(const fs::path& folder) {
  const fs::path path = folder.empty() ? fs::path(".") : folder;
  const Descriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() < 0 || ::fsync(directory.get()) != 0) {
    return system_error("write", path, errno);
  }
  return Ok{};
}

Result<FileLock> FileLock::take(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return system_error("open", path, errno);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return FileLock(descriptor);
  const int error_number = errno;
  ::close(descriptor);
  if (error_number != EWOULDBLOCK) return system_error("lock", path, error_number);
  return Error{ErrorCode::Locked,
               fmt::format("'{}' is locked by another process", path.string()),
               "wait for it to finish, then run the same command again",
               ErrorKind::FileLocked,
               {path.string()}};
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace kiosque
