#include "searcher/cli/session.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <charconv>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "common/base/files.h"

namespace kiosque {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMaxStateBytes = 4'000'000;

Error no_search() {
  return Error{ErrorCode::NotFound, "there is no last search to take a hit from",
               "search first: searcher --index DIR WORDS..."};
}

Result<fs::path> state_file() {
  auto folder = user_folder("XDG_STATE_HOME", ".local/state");
  if (!folder) return folder.error();
  return *folder / "last-search.json";
}

}  // namespace

Result<fs::path> user_folder(const char* variable, std::string_view fallback) {
  const char* base = std::getenv(variable);
  const char* home = std::getenv("HOME");
  fs::path folder;
  if (base != nullptr && *base == '/') {
    folder = base;
  } else if (home != nullptr && *home != '\0') {
    folder = fs::path(home) / fallback;
  } else {
    return Error{ErrorCode::NotFound, "this user has no home folder",
                 fmt::format("set HOME or {}", variable)};
  }
  folder /= "kiosque";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return system_error("create", folder, error.value());
  ::chmod(folder.c_str(), S_IRWXU);
  return folder;
}

Status save_last_search(std::span<const fs::path> indexes, const Page& page) {
  auto file = state_file();
  if (!file) return file.error();
  nlohmann::json json{{"first_rank", page.offset + 1}};
  for (const fs::path& index : indexes) json["indexes"].push_back(fs::absolute(index).string());
  json["urls"] = nlohmann::json::array();
  for (const Hit& hit : page.hits) json["urls"].push_back(hit.url);
  return write_file_atomically(*file, json.dump() + "\n");
}

Result<LastSearch> load_last_search() {
  auto file = state_file();
  if (!file) return file.error();
  auto text = read_file(*file, kMaxStateBytes);
  if (!text && text.error().code == ErrorCode::NotFound) return no_search();
  if (!text) return text.error();
  try {
    const auto json = nlohmann::json::parse(*text);
    LastSearch last;
    last.first_rank = json.at("first_rank").get<std::size_t>();
    last.urls = json.at("urls").get<std::vector<std::string>>();
    for (const auto& index : json.at("indexes"))
      last.indexes.emplace_back(index.get<std::string>());
    return last;
  } catch (const nlohmann::json::exception&) {
    return no_search();
  }
}

Result<std::string> address_of(const LastSearch& last, const std::string& what) {
  if (what.starts_with("http://") || what.starts_with("https://")) return what;
  std::size_t rank = 0;
  const auto parsed = std::from_chars(what.data(), what.data() + what.size(), rank);
  const bool number = parsed.ec == std::errc() && parsed.ptr == what.data() + what.size();
  if (!number || rank < last.first_rank || rank >= last.first_rank + last.urls.size()) {
    if (last.urls.empty()) return no_search();
    return Error{ErrorCode::Invalid, fmt::format("'{}' is no hit of the last search", what),
                 fmt::format("it showed the hits {} to {}", last.first_rank,
                             last.first_rank + last.urls.size() - 1)};
  }
  return last.urls[rank - last.first_rank];
}

}  // namespace kiosque
