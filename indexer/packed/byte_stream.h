#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "common/base/result.h"

namespace kiosque::packed {

/// The bytes of a file or of standard input, unpacked on the fly where their head says gzip or zstd
/// (also several such streams one behind the other). Not safe from two threads at once.
class ByteStream {
 public:
  /// Opens a file; "-" is standard input. Errors name the file: NotFound, Denied, Io. `offset`:
  /// where to begin, in bytes of the file.
  [[nodiscard]] static Result<ByteStream> open(const std::filesystem::path& path,
                                               std::uint64_t offset = 0);
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

  /// Appends up to about `limit` more bytes to `out` and returns how many; 0 at the end. Errors:
  /// Io, and Corrupt where a packed stream is damaged or ends too early; what came before stays
  /// good.
  [[nodiscard]] Result<std::size_t> read(std::string& out, std::size_t limit);

  /// Bytes read from the file so far, still packed: for progress.
  [[nodiscard]] std::uint64_t raw_bytes() const noexcept;

 private:
  struct Impl;
  explicit ByteStream(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::packed
