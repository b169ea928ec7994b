#include "indexer/source/local_url.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "common/base/escape.h"

namespace kiosque::source {

std::string local_url(const std::filesystem::path& file) {
  std::error_code ignored;
  const auto absolute = std::filesystem::weakly_canonical(file, ignored);
  std::string url = "file://";
  for (const auto& part : ignored ? file : absolute) {
    if (part == "/") continue;
    url += '/';
    url += escape_url(part.string());
  }
  return url;
}

std::string content_url(std::string_view bytes) {
  return fmt::format("urn:xxh3:{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
}

bool is_local_url(std::string_view url) {
  return url.starts_with("file:///") || url.starts_with("urn:xxh3:");
}

}  // namespace kiosque::source
