#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "indexer/fetch/http_client.h"

namespace kiosque::archive {

struct WarcWriterOptions {
  std::filesystem::path directory;  ///< made if need be
  std::string software;             ///< "kiosque-indexer/0.1.0", for the warcinfo record
  std::uint64_t rotate_bytes = std::uint64_t{1} << 30;  ///< begin a new file after so much
};

/// Where a record lies: enough to read it again.
struct WarcPlace {
  std::string file;          ///< name inside the archive directory
  std::uint64_t offset = 0;  ///< of its gzip member, bytes
};

/// Writes answers as WARC 1.1 (ISO 28500:2017), one gzip member a record, into new files of the
/// archive directory, so that an interrupted run harms no earlier file. Bodies are stored without
/// transfer and content coding; the headers say what they were coded with as X-Archive-Orig-*.
/// Not safe from two threads at once.
class WarcWriter {
 public:
  [[nodiscard]] static Result<WarcWriter> open(WarcWriterOptions options);
  WarcWriter(WarcWriter&&) noexcept;
  WarcWriter& operator=(WarcWriter&&) noexcept;
  ~WarcWriter();

  /// Appends a response record; when it returns, a crash of this process loses nothing.
  /// `article_url`: what the page was taken for (WarcPage::article_url); may be empty.
  [[nodiscard]] Result<WarcPlace> add(const fetch::HttpResponse& response,
                                      std::chrono::sys_seconds fetched,
                                      std::string_view article_url = {});

  /// Makes what was added safe from a power cut, the names of new files too.
  [[nodiscard]] Status sync();

 private:
  struct Impl;
  explicit WarcWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::archive
