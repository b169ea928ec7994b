#include "searcher/cgi/settings.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "common/base/ascii.h"
#include "common/base/files.h"
#include "common/base/number.h"
#include "searcher/address/address.h"

namespace kiosque::cgi {
namespace {

constexpr std::size_t kMaxFileBytes = 1 << 20;

struct Key {
  std::string_view name;
  std::string_view variable;
};

constexpr std::array kKeys{
    Key{"index", "SEARCHER_INDEX"},
    Key{"url", "SEARCHER_URL"},
    Key{"name", "SEARCHER_NAME"},
    Key{"templates", "SEARCHER_TEMPLATES"},
    Key{"time_limit", "SEARCHER_TIME_LIMIT"},
};

using Values = std::map<std::string, std::string, std::less<>>;

Result<Values> parse_file(const std::string& path, std::string_view text) {
  Values values;
  int number = 0;
  for (const std::string_view written : split(text, '\n')) {
    ++number;
    const std::string_view line = trim(written);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t equals = line.find('=');
    const std::string_view name = trim(line.substr(0, equals));
    if (equals == std::string_view::npos ||
        std::ranges::find(kKeys, name, &Key::name) == kKeys.end()) {
      return Error{ErrorCode::Invalid,
                   "'" + path + "', line " + std::to_string(number) + ": no setting '" +
                       std::string(name) + "'",
                   "write 'index = /path/to/index', or url, name, templates or time_limit"};
    }
    values[std::string(name)] = trim(line.substr(equals + 1));
  }
  return values;
}

Result<Values> read_values(const Environment& environment) {
  std::string path{value_of(environment, "SEARCHER_CONFIG")};
  Values values;
  if (path.empty() && std::filesystem::exists(kDefaultConfiguration)) path = kDefaultConfiguration;
  if (!path.empty()) {
    TRY(const std::string text, read_file(path, kMaxFileBytes));
    TRY(values, parse_file(path, text));
  }
  for (const Key& key : kKeys) {
    const std::string_view value = value_of(environment, key.variable);
    if (!value.empty()) values[std::string(key.name)] = value;
  }
  return values;
}

std::vector<std::filesystem::path> split_paths(std::string_view text) {
  std::vector<std::filesystem::path> paths;
  for (const std::string_view path : split(text, ':')) {
    if (!path.empty()) paths.emplace_back(path);
  }
  return paths;
}

/// Templates by the names we have; a folder without one of them leaves ours in its place.
Status replace_templates(render::page::Templates& templates, const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    return Error{ErrorCode::NotFound, "no template folder '" + folder.string() + "'",
                 "set 'templates' to a folder, or leave it out"};
  }
  for (auto& [name, text] : templates) {
    if (!std::filesystem::exists(folder / name)) continue;
    TRY(text, read_file(folder / name, kMaxFileBytes));
  }
  return Ok{};
}

Status set_time_limit(Settings& settings, const std::string& text) {
  const auto seconds = parse_number<int>(text);
  if (!seconds || *seconds < 1 || *seconds > 60) {
    return Error{ErrorCode::Invalid, "time_limit '" + text + "' is not 1 to 60 seconds"};
  }
  settings.time_limit = std::chrono::seconds{*seconds};
  return Ok{};
}

}  // namespace

Result<Settings> read_settings(const Environment& environment) {
  TRY(const Values values, read_values(environment));
  const auto value = [&](std::string_view name) {
    const auto found = values.find(name);
    return found == values.end() ? std::string{} : found->second;
  };
  Settings settings;
  settings.indexes = split_paths(value("index"));
  if (!value("name").empty()) settings.site.name = value("name");
  settings.site.address = value("url");
  if (!settings.site.address.empty() && !address::is_web_address(settings.site.address)) {
    return Error{ErrorCode::Invalid, "url '" + settings.site.address + "' is not http or https"};
  }
  if (const std::string folder = value("templates"); !folder.empty()) {
    TRY(replace_templates(settings.site.templates, folder));
  }
  if (const std::string seconds = value("time_limit"); !seconds.empty()) {
    TRY(set_time_limit(settings, seconds));
  }
  return settings;
}

}  // namespace kiosque::cgi
