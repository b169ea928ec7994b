#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/archive/archive.h"
#include "indexer/packed/packed.h"
#include "indexer/source/file_list.h"
#include "indexer/source/input.h"

namespace kiosque::source {

/// A page or feed larger than this is refused: no news article is.
inline constexpr std::size_t kMaxDocumentBytes = 32u << 20;

/// Reads the files of a list, one after the other, and cuts them into inputs. JSON Lines files and
/// web archives of any size pass through in pieces. Not safe from two threads at once, but for
/// `raw_bytes`.
class InputReader {
 public:
  explicit InputReader(std::vector<File> files);

  /// The next input, or why a file (or the rest of one) could not be read; nothing at the end.
  [[nodiscard]] std::optional<Result<Input>> next();

  /// Bytes of the files read so far (packed as they are). Safe from any thread.
  [[nodiscard]] std::uint64_t raw_bytes() const noexcept { return raw_bytes_.load(); }

 private:
  Result<Input> open_next();
  Result<Input> read_whole(Input input);
  std::optional<Result<Input>> next_lines();
  void open_archive(const Input& archive);
  std::optional<Result<Input>> next_page();
  Result<std::size_t> find_end_of_lines();
  Result<std::size_t> fill(std::size_t limit);
  void close();

  std::vector<File> files_;
  std::size_t next_file_ = 0;
  std::optional<packed::ByteStream> stream_;    ///< of the file in reading
  std::optional<archive::Reader> archive_;  ///< on `stream_`, if that is a web archive
  Input lines_;                                 ///< what its next piece has but the bytes
  std::string buffer_;                          ///< bytes read, not yet given out
  std::optional<Error> damage_;  ///< met in reading ahead, told after the lines before it
  std::uint64_t finished_bytes_ = 0;
  std::atomic<std::uint64_t> raw_bytes_ = 0;
};

}  // namespace kiosque::source
