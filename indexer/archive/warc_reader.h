#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace kiosque::archive {

/// A page out of an archive: a response (or resource) record with status 200, decoded.
struct WarcPage {
  std::string url;
  std::string article_url;   ///< canonical, if our own crawler knew it under another name
  std::string content_type;  ///< of the HTTP answer
  std::string body;
  std::optional<std::chrono::sys_seconds> fetched;
};

/// Our own field of a record's head (the standard lets us, and others pass over it): the identity
/// of the article, where it does not follow from the address that answered.
inline constexpr std::string_view kArticleUrlField = "Kiosque-Article-URI";

struct WarcCounts {
  std::uint64_t pages = 0;
  std::uint64_t other = 0;       ///< requests, redirects, images, records too large …
  std::uint64_t unreadable = 0;  ///< pages in a coding we do not know, damaged ends of files
};

/// Reads WARC files (1.0 and 1.1), ours and others' (CC-NEWS), one page at a time; what is in
/// memory is one record, at most `limit_bytes`. A cut or damaged end ends the reading and is
/// counted. Not safe from two threads at once.
class WarcReader {
 public:
  /// Appends up to `most` unpacked bytes to `out` and returns how many; 0 at the end.
  using Source = std::function<Result<std::size_t>(std::string& out, std::size_t most)>;

  explicit WarcReader(Source source, std::size_t limit_bytes = 20u << 20);

  /// `offset`: where to begin, in bytes of the file, at the start of a record.
  [[nodiscard]] static Result<WarcReader> open(const std::filesystem::path& file,
                                               std::uint64_t offset = 0);
  WarcReader(WarcReader&&) noexcept;
  WarcReader& operator=(WarcReader&&) noexcept;
  ~WarcReader();

  /// The next page or feed, or nothing at the end.
  [[nodiscard]] std::optional<WarcPage> next();

  [[nodiscard]] const WarcCounts& counts() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kiosque::archive
