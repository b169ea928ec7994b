#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/html/html.h"

namespace kiosque::extract::facts {

/// What the JSON-LD of a page (schema.org/Article and its kinds) says of its article. Strings are
/// as written there; missing ones are empty.
struct LinkedData {
  std::string headline;
  std::string description;
  std::string body;
  std::string section;
  std::string language;
  std::string url;
  std::string published;
  std::string modified;
  std::string publisher;
  std::vector<std::string> authors;
  std::vector<std::string> keywords;
  std::optional<bool> free;  ///< isAccessibleForFree
};

/// Reads the page's JSON-LD scripts; broken ones are skipped.
[[nodiscard]] LinkedData read_json_ld(const html::Dom& dom);

}  // namespace kiosque::extract::facts
