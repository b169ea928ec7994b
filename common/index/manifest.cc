#include "common/index/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/base/files.h"
#include "common/base/hash.h"
#include "common/index/schema.h"
#include "common/text/text.h"

namespace kiosque::index {
namespace {

constexpr std::size_t kMaxManifestBytes = 1'000'000;
constexpr std::string_view kFormat = "kiosque-index";

/// A shard is a folder directly inside the index: a manifest never points elsewhere.
bool is_folder_name(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
}

Error corrupt(const std::filesystem::path& file) {
  return Error{ErrorCode::Corrupt,
               fmt::format("'{}' is damaged", file.string()),
               "build the index anew, or take the file from a backup",
               ErrorKind::ManifestDamaged,
               {file.string()}};
}

Error another_version(const std::filesystem::path& directory, const Manifest& manifest) {
  return Error{
      ErrorCode::Incompatible,
      fmt::format("'{}' has schema {} and analyser {}, this program {} and {}", directory.string(),
                  manifest.schema_version, manifest.analyzer_version, kSchemaVersion,
                  text::analyzer_version()),
      fmt::format("make it anew in its place with `indexer rebuild --index {}`",
                  directory.string()),
      ErrorKind::IndexOfAnotherVersion,
      {directory.string(), std::to_string(manifest.schema_version), manifest.analyzer_version,
       std::to_string(kSchemaVersion), text::analyzer_version()}};
}

Result<Manifest> parse(const std::string& text, const std::filesystem::path& file) {
  const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || json.value("format", "") != kFormat) return corrupt(file);
  try {
    // A number, before schema 5.
    const auto& analyzer = json.at("analyzer");
    Manifest manifest{json.at("schema").get<int>(),
                      analyzer.is_string() ? analyzer.get<std::string>() : analyzer.dump(),
                      json.at("shards").get<std::vector<std::string>>()};
    if (manifest.shards.empty() || !std::ranges::all_of(manifest.shards, is_folder_name)) {
      return corrupt(file);
    }
    return manifest;
  } catch (const nlohmann::json::exception&) {
    return corrupt(file);
  }
}

}  // namespace

Result<Manifest> read_manifest_of_any_version(const std::filesystem::path& directory) {
  const std::filesystem::path file = directory / kManifestName;
  auto text = read_file(file, kMaxManifestBytes);
  if (!text && text.error().code == ErrorCode::NotFound) {
    return Error{ErrorCode::NotFound,
                 fmt::format("'{}' is not an index", directory.string()),
                 fmt::format("make one with `indexer add --index {} FILE...`", directory.string()),
                 ErrorKind::NotAnIndex,
                 {directory.string()}};
  }
  if (!text) return text.error();
  return parse(*text, file);
}

Result<Manifest> read_manifest(const std::filesystem::path& directory) {
  TRY(Manifest manifest, read_manifest_of_any_version(directory));
  if (manifest.schema_version != kSchemaVersion ||
      manifest.analyzer_version != text::analyzer_version()) {
    return another_version(directory, manifest);
  }
  return manifest;
}

Status write_manifest(const std::filesystem::path& directory, const Manifest& manifest) {
  const nlohmann::ordered_json json{{"format", kFormat},
                                    {"schema", manifest.schema_version},
                                    {"analyzer", manifest.analyzer_version},
                                    {"shards", manifest.shards}};
  return write_file_atomically(directory / kManifestName, json.dump(2) + "\n");
}

std::size_t shard_of(std::string_view unique_term, std::size_t shard_count) {
  return hash64(unique_term) % shard_count;
}

}  // namespace kiosque::index
