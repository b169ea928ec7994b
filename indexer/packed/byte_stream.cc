#include "indexer/packed/byte_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cerrno>
#include <string_view>
#include <utility>

#include "common/base/files.h"

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

Error damaged(const RawFile& file, std::string_view format) {
  return {ErrorCode::Corrupt, fmt::format("'{}' is damaged or cut short ({})", file.name(), format),
          "fetch or pack the file again"};
}

/// Unpacks gzip, member after member.
class Gunzip {
 public:
  ~Gunzip() {
    if (open_) inflateEnd(&stream_);
  }

  Result<std::size_t> read(RawFile& file, char* out, std::size_t room) {
    while (true) {
      auto input = file.peek(1);
      if (!input) return input.error();
      if (input->empty()) {
        if (open_) return damaged(file, "gzip");
        return std::size_t{0};
      }
      if (!open_ && !start()) return damaged(file, "gzip");
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input->data()));
      stream_.avail_in = static_cast<uInt>(input->size());
      stream_.next_out = reinterpret_cast<Bytef*>(out);
      stream_.avail_out = static_cast<uInt>(room);
      const int result = inflate(&stream_, Z_NO_FLUSH);
      file.skip(input->size() - stream_.avail_in);
      const std::size_t produced = room - stream_.avail_out;
      if (result == Z_STREAM_END) {
        inflateEnd(&stream_);
        open_ = false;
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        return damaged(file, "gzip");
      }
      if (produced > 0) return produced;
    }
  }

 private:
  bool start() {
    constexpr int kGzipOnly = 16;
    stream_ = {};
    open_ = inflateInit2(&stream_, MAX_WBITS + kGzipOnly) == Z_OK;
    return open_;
  }

  z_stream stream_{};
  bool open_ = false;
};

/// Unpacks zstd, frame after frame.
class Unzstd {
 public:
  Result<std::size_t> read(RawFile& file, char* out, std::size_t room) {
    ZSTD_outBuffer output{out, room, 0};
    while (output.pos == 0) {
      auto input = file.peek(1);
      if (!input) return input.error();
      if (input->empty() && !in_frame_) return std::size_t{0};
      ZSTD_inBuffer source{input->data(), input->size(), 0};
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &output, &source);
      file.skip(source.pos);
      if (ZSTD_isError(result)) return damaged(file, "zstd");
      in_frame_ = result != 0;
      if (input->empty() && output.pos == 0) return damaged(file, "zstd");
    }
    return output.pos;
  }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> stream_{ZSTD_createDStream()};
  bool in_frame_ = false;
};

}  // namespace

struct ByteStream::Impl {
  Impl(int descriptor, std::string name) : file(descriptor, std::move(name)) {}

  RawFile file;
  std::unique_ptr<Gunzip> gunzip;
  std::unique_ptr<Unzstd> unzstd;

  Status detect() {
    auto head = file.peek(4);
    if (!head) return head.error();
    if (head->starts_with("\x1f\x8b")) gunzip = std::make_unique<Gunzip>();
    if (head->starts_with("\x28\xb5\x2f\xfd")) unzstd = std::make_unique<Unzstd>();
    return Ok{};
  }

  Result<std::size_t> read(char* out, std::size_t room) {
    if (gunzip) return gunzip->read(file, out, room);
    if (unzstd) return unzstd->read(file, out, room);
    auto bytes = file.peek(1);
    if (!bytes) return bytes.error();
    const std::size_t length = bytes->copy(out, room);
    file.skip(length);
    return length;
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
  if (Status detected = impl->detect(); !detected) return detected.error();
  return ByteStream(std::move(impl));
}

Result<std::size_t> ByteStream::read(std::string& out, std::size_t limit) {
  const std::size_t length = out.size();
  std::size_t total = 0;
  while (total < limit) {
    const std::size_t room = std::min(limit - total, kBufferBytes);
    out.resize(length + total + room);
    auto got = impl_->read(out.data() + length + total, room);
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
