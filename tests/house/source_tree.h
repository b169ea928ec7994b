#pragma once

#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace kiosque::test {

/// One include of a source of the project.
struct Include {
  std::string file;    ///< "indexer/feed/rss.cc"
  std::string room;    ///< "indexer/feed"; "indexer" for indexer/main.cc
  std::string target;  ///< what stands between the quotes or brackets
  bool own = false;    ///< a file of the project
};

using Graph = std::map<std::string, std::set<std::string>>;

/// The .h and .cc files below common/, indexer/ and searcher/, from the root, sorted.
[[nodiscard]] std::vector<std::string> all_sources();

[[nodiscard]] std::vector<Include> all_includes();

/// The folder of a file: its room.
[[nodiscard]] std::string room_of(const std::string& file);

/// The nodes of one circle of `graph`, first one repeated at the end; empty if it has none.
[[nodiscard]] std::vector<std::string> find_circle(const Graph& graph);

/// What the first group of `pattern` holds wherever `text` matches, in order.
[[nodiscard]] std::vector<std::string> matches(const std::string& text, const std::regex& pattern);

}  // namespace kiosque::test
