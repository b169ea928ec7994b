#pragma once
// Keeps the answers of servers in WARC files (ISO 28500), and reads such files, ours and others'.
//
// In: a Response and when it was fetched. Out: a Page, one at a time.
// Main types: Response, Writer, Place (where a record lies), Page, Reader.
//
// Example (tests/unit/indexer/archive/example_test.cc):
//   Writer writer = Writer::open({.directory = folder, .software = "kiosque"}).value();
//   const Response answer{.status = 200, .url = "https://journal.example/1", .body = "<p>Un."};
//   const Place place = writer.add(answer, now).value();
//   Reader reader = Reader::open(folder / place.file, place.offset).value();
//   const std::optional<Page> page = reader.next();

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"

namespace kiosque::archive {

/// Header fields in their order: name (lower case) and value.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// A server's answer to be kept. The views must hold while it is added.
struct Response {
  int status = 0;
  std::string_view url;  ///< that answered
  Fields headers = {};
  std::string_view body;          ///< without transfer and content coding
  std::string_view address = {};  ///< numeric, of the machine that answered; may be empty
};

struct WriterOptions {
  std::filesystem::path directory;  ///< made if need be
  std::string software;             ///< "kiosque-indexer/0.1.0", for the warcinfo record
  std::uint64_t rotate_bytes = std::uint64_t{1} << 30;  ///< begin a new file after so much
};

/// Where a record lies: enough to read it again.
struct Place {
  std::string file;          ///< name inside the archive directory
  std::uint64_t offset = 0;  ///< of its gzip member, bytes
};

/// Writes answers as WARC 1.1 (ISO 28500:2017), one gzip member a record, into new files of the
/// archive directory, so that an interrupted run harms no earlier file. Bodies are stored without
/// transfer and content coding; the headers say what they were coded with as X-Archive-Orig-*.
/// Not safe from two threads at once.
class Writer {
 public:
  [[nodiscard]] static Result<Writer> open(WriterOptions options);
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();

  /// Appends a response record; when it returns, a crash of this process loses nothing.
  /// `article_url`: what the page was taken for (Page::article_url); may be empty.
  [[nodiscard]] Result<Place> add(const Response& response, std::chrono::sys_seconds fetched,
                                  std::string_view article_url = {});

  /// Makes what was added safe from a power cut, the names of new files too.
  [[nodiscard]] Status sync();

 private:
  struct Impl;
  explicit Writer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// A page out of an archive: a response (or resource) record with status 200, decoded.
struct Page {
  std::string url;
  std::string article_url;   ///< canonical, if our own crawler knew it under another name
  std::string content_type;  ///< of the HTTP answer
  std::string body;
  std::optional<std::chrono::sys_seconds> fetched;
};

/// Reads WARC files (1.0 and 1.1), ours and others' (CC-NEWS), one page at a time; what is in
/// memory is one record, at most `limit_bytes`. A cut or damaged end ends the reading and is
/// counted. Not safe from two threads at once.
class Reader {
 public:
  /// Appends up to `most` unpacked bytes to `out` and returns how many; 0 at the end.
  using Source = std::function<Result<std::size_t>(std::string& out, std::size_t most)>;

  explicit Reader(Source source, std::size_t limit_bytes = 20u << 20);

  /// `offset`: where to begin, in bytes of the file, at the start of a record.
  [[nodiscard]] static Result<Reader> open(const std::filesystem::path& file,
                                           std::uint64_t offset = 0);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// The next page or feed, or nothing at the end.
  [[nodiscard]] std::optional<Page> next();

  /// How many records so far could not be read: pages in a coding we do not know, damaged ends of
  /// files. What is no page (requests, redirects, images) or too large does not count.
  [[nodiscard]] std::uint64_t unreadable() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::archive
