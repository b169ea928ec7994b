#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace kiosque::packed {

/// Unpacks one format piece by piece: the one place that knows zlib's and zstd's decoders. Streams
/// that are concatenated (members of gzip, frames of zstd) are unpacked as one.
class Decompressor {
 public:
  virtual ~Decompressor() = default;

  /// Unpacks from the front of `input`, which it shortens by what it took, into `out`, and returns
  /// how many bytes it wrote there: 0 where it needs more input and behind a member. Nothing for
  /// damaged data.
  [[nodiscard]] virtual std::optional<std::size_t> step(std::string_view& input,
                                                        std::span<char> out) = 0;

  /// True where the data may end: before the first member, and behind each.
  [[nodiscard]] virtual bool between_members() const noexcept = 0;

  /// "gzip", "zstd": the word for messages.
  [[nodiscard]] virtual std::string_view format() const noexcept = 0;
};

[[nodiscard]] std::unique_ptr<Decompressor> make_gzip_decompressor();

/// The decompressor for data that begin with `head` (4 bytes are enough); null if they are of
/// neither format.
[[nodiscard]] std::unique_ptr<Decompressor> decompressor_for(std::string_view head);

}  // namespace kiosque::packed
