#include "searcher/cli/session.h"

#include <sys/stat.h>

#include <charconv>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "common/base/files.h"
#include "searcher/cli/problem.h"

namespace kiosque::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMaxStateBytes = 4'000'000;

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
    return error_of(Problem::NoHome, {variable});
  }
  folder /= "kiosque";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return system_error("create", folder, error.value());
  ::chmod(folder.c_str(), S_IRWXU);
  return folder;
}

Status save_last_search(std::span<const fs::path> indexes, const engine::Page& page) {
  auto file = state_file();
  if (!file) return file.error();
  nlohmann::json json{{"first_rank", page.offset + 1}};
  for (const fs::path& index : indexes) json["indexes"].push_back(fs::absolute(index).string());
  json["urls"] = nlohmann::json::array();
  for (const engine::Hit& hit : page.hits) json["urls"].push_back(hit.url);
  return write_file_atomically(*file, json.dump() + "\n");
}

Result<LastSearch> load_last_search() {
  auto file = state_file();
  if (!file) return file.error();
  auto text = read_file(*file, kMaxStateBytes);
  if (!text && text.error().code == ErrorCode::NotFound) return error_of(Problem::NoLastSearch);
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
    return error_of(Problem::NoLastSearch);
  }
}

Result<std::string> address_of(const LastSearch& last, const std::string& what) {
  if (what.starts_with("http://") || what.starts_with("https://")) return what;
  std::size_t rank = 0;
  const auto parsed = std::from_chars(what.data(), what.data() + what.size(), rank);
  const bool number = parsed.ec == std::errc() && parsed.ptr == what.data() + what.size();
  if (!number || rank < last.first_rank || rank >= last.first_rank + last.urls.size()) {
    if (last.urls.empty()) return error_of(Problem::NoLastSearch);
    return error_of(Problem::NoSuchHit, {what, std::to_string(last.first_rank),
                                         std::to_string(last.first_rank + last.urls.size() - 1)});
  }
  return last.urls[rank - last.first_rank];
}

}  // namespace kiosque::cli
