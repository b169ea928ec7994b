#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "common/base/files.h"
#include "indexer/packed/decompressor.h"
#include "indexer/packed/packed.h"

namespace kiosque::packed {
namespace {

constexpr std::size_t kBufferBytes = 64u << 10;

/// The file itself, with the bytes read but not yet taken.
class RawFile {
 public:
  RawFile(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;
  ~RawFile() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  }

  /// Reads on if fewer than `wanted` bytes are waiting; then all that wait (fewer only at the end).
  Result<std::string_view> peek(std::size_t wanted) {
    while (buffer_.size() - start_ < wanted && !ended_) {
      buffer_.erase(0, std::exchange(start_, 0));
      const std::size_t length = buffer_.size();
      buffer_.resize(length + kBufferBytes);
      const ssize_t got = ::read(descriptor_, buffer_.data() + length, kBufferBytes);
      const int error_number = errno;
      buffer_.resize(length + static_cast<std::size_t>(got > 0 ? got : 0));
      if (got < 0 && error_number != EINTR) return system_error("read", name_, error_number);
      if (got > 0) total_ += static_cast<std::uint64_t>(got);
      ended_ = got == 0;
    }
    return std::string_view(buffer_).substr(start_);
  }

  void skip(std::size_t bytes) { start_ += bytes; }
  [[nodiscard]] std::uint64_t total() const noexcept { return total_; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

 private:
  int descriptor_;
  std::string name_;
  std::string buffer_;
  std::size_t start_ = 0;
  std::uint64_t total_ = 0;
  bool ended_ = false;
};

}  // namespace

struct ByteStream::Impl {
  Impl(int descriptor, std::string name) : file(descriptor, std::move(name)) {}

  RawFile file;
  std::unique_ptr<Decompressor> decompressor;  ///< null: the bytes are as they are

  Status detect() {
    TRY(const std::string_view head, file.peek(4));
    decompressor = decompressor_for(head);
    return Ok{};
  }

  [[nodiscard]] Error damaged() const {
    return {ErrorCode::Corrupt,
            fmt::format("'{}' is damaged or cut short ({})", file.name(), decompressor->format()),
            "fetch or pack the file again"};
  }

  Result<std::size_t> read(std::span<char> out) {
    for (;;) {
      TRY(const std::string_view waiting, file.peek(1));
      if (!decompressor) {
        const std::size_t length = waiting.copy(out.data(), out.size());
        file.skip(length);
        return length;
      }
      if (waiting.empty() && decompressor->between_members()) return std::size_t{0};
      std::string_view rest = waiting;
      const auto made = decompressor->step(rest, out);
      const bool cut = made == 0 && waiting.empty();
      file.skip(waiting.size() - rest.size());
      if (!made || cut) return damaged();
      if (*made > 0) return *made;
    }
  }
};

ByteStream::ByteStream(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

Result<ByteStream> ByteStream::open(const std::filesystem::path& path, std::uint64_t offset) {
  const bool standard_input = path == "-";
  const int descriptor = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error("open", path, errno);
  if (offset > 0 && ::lseek(descriptor, static_cast<off_t>(offset), SEEK_SET) < 0) {
    const int error_number = errno;
    ::close(descriptor);
    return system_error("read", path, error_number);
  }
  auto impl = std::make_unique<Impl>(descriptor, standard_input ? "standard input" : path.string());
  TRY(impl->detect());
  return ByteStream(std::move(impl));
}

Result<std::size_t> ByteStream::read(std::string& out, std::size_t limit) {
  const std::size_t length = out.size();
  std::size_t total = 0;
  while (total < limit) {
    const std::size_t room = std::min(limit - total, kBufferBytes);
    out.resize(length + total + room);
    auto got = impl_->read({out.data() + length + total, room});
    out.resize(length + total + got.value_or(0));
    if (!got) {
      if (total > 0) break;  // what is good first; the damage is met again by the next call
      return got;
    }
    if (*got == 0) break;
    total += *got;
  }
  return total;
}

std::uint64_t ByteStream::raw_bytes() const noexcept { return impl_->file.total(); }

}  // namespace kiosque::packed
