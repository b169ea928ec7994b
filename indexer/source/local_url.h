#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kiosque::source {

/// The identity of an article that names no address of its own: of a file its absolute path
/// ("file:///home/ana/press/a.txt"), so that the same file read again replaces it.
[[nodiscard]] std::string local_url(const std::filesystem::path& file);

/// The same for bytes without a name (standard input): "urn:xxh3:" and their hash in hex.
[[nodiscard]] std::string content_url(std::string_view bytes);

/// True for what these two make: identities that are no web address.
[[nodiscard]] bool is_local_url(std::string_view url);

}  // namespace kiosque::source
