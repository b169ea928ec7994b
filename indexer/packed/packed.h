#pragma once
// Unpacks and packs bytes: gzip and zstd for files, archives and answers of servers.
//
// In: a file, standard input, or bytes in memory, packed or not. Out: the plain bytes.
// Main types: ByteStream.
//
// Example (tests/unit/indexer/packed/example_test.cc):
//   ByteStream stream = ByteStream::open(path).value();
//   std::string text;
//   while (stream.read(text, 1u << 20).value_or(0) > 0) {
//   }

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace kiosque::packed {

/// The bytes of a file or of standard input, unpacked on the fly where their head says gzip or zstd
/// (also several such streams, concatenated). Not safe from two threads at once.
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

/// True if the bytes begin as a gzip file does (RFC 1952).
[[nodiscard]] bool is_gzip(std::string_view bytes) noexcept;

/// Unpacks gzip of one or several members. Errors: Limit if more than `limit_bytes` come out,
/// Corrupt if the data is damaged or cut.
[[nodiscard]] Result<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes);

/// Packs `bytes` as one gzip member.
[[nodiscard]] std::string gzip(std::string_view bytes);

}  // namespace kiosque::packed
