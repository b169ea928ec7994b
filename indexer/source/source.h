#pragma once
// Turns the paths of a command line into the pages, feeds and lines that they hold.
//
// In: paths of files and directories, packed or not, web archives too. Out: Inputs in a fixed
// order. Main types: File, Input, Reader.
//
// Example (tests/unit/indexer/source/example_test.cc):
//   Reader reader(list_files({directory}).files);
//   while (const auto input = reader.next()) {
//     if (*input) kinds.push_back((*input)->kind);
//   }

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/archive/archive.h"
#include "indexer/packed/packed.h"
#include "indexer/source/sniff.h"

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

/// A piece of what is to be indexed: a whole page or feed, or some lines of a JSON Lines file.
struct Input {
  ContentKind kind = ContentKind::Empty;
  std::string name;   ///< for messages: the path, or "standard input"
  std::string path;   ///< of the file; empty for standard input
  std::string bytes;  ///< unpacked; empty for what is not read (Other)
  std::string url;    ///< where it was fetched, if the source tells (a web archive); or empty
  std::string content_type;                              ///< HTTP header, likewise
  std::optional<std::chrono::sys_seconds> fetched = {};  ///< likewise
  std::size_t first_line = 1;                            ///< JSON Lines: number of the first line
  bool named_by_user = false;  ///< given on the command line, not found in a directory
};

/// A page or feed larger than this is refused: no news article is.
inline constexpr std::size_t kMaxDocumentBytes = 32u << 20;

/// Reads the files of a list, one after the other, and cuts them into inputs. JSON Lines files and
/// web archives of any size pass through in pieces. Not safe from two threads at once, but for
/// `raw_bytes`.
class Reader {
 public:
  explicit Reader(std::vector<File> files);

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
  std::optional<packed::ByteStream> stream_;  ///< of the file in reading
  std::optional<archive::Reader> archive_;    ///< on `stream_`, if that is a web archive
  Input lines_;                               ///< what its next piece has but the bytes
  std::string buffer_;                        ///< bytes read, not yet given out
  std::optional<Error> damage_;  ///< met in reading ahead, told after the lines before it
  std::uint64_t finished_bytes_ = 0;
  std::atomic<std::uint64_t> raw_bytes_ = 0;
};

}  // namespace kiosque::source
