#include "tests/house/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <regex>

#include "tests/support/temp_dir.h"

namespace kiosque::test {

namespace fs = std::filesystem;

std::vector<std::string> all_sources() {
  std::vector<std::string> files;
  for (const char* side : {"common", "indexer", "searcher"}) {
    for (const auto& entry : fs::recursive_directory_iterator(source_path(side))) {
      const std::string extension = entry.path().extension();
      if (extension == ".h" || extension == ".cc") {
        files.push_back(entry.path().lexically_relative(source_path("")));
      }
    }
  }
  std::ranges::sort(files);
  return files;
}

std::string room_of(const std::string& file) { return fs::path(file).parent_path(); }

std::vector<Include> all_includes() {
  static const std::regex kPattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Include> found;
  for (const std::string& file : all_sources()) {
    std::ifstream stream(source_path(file));
    std::smatch match;
    for (std::string line; std::getline(stream, line);) {
      if (std::regex_search(line, match, kPattern)) {
        const std::string target = match[2];
        const bool ours = target.starts_with("common/") || target.starts_with("indexer/") ||
                          target.starts_with("searcher/");
        found.push_back({file, room_of(file), target, ours || match[1] == "\""});
      }
    }
  }
  return found;
}

std::vector<std::string> find_circle(const Graph& graph) {
  std::set<std::string> done;
  std::vector<std::string> path;
  const std::function<bool(const std::string&)> visit = [&](const std::string& node) {
    const auto seen = std::ranges::find(path, node);
    if (seen != path.end()) {
      path.erase(path.begin(), seen);
      path.push_back(node);
      return true;
    }
    if (!done.insert(node).second || !graph.contains(node)) return false;
    path.push_back(node);
    if (std::ranges::any_of(graph.at(node), visit)) return true;
    path.pop_back();
    return false;
  };
  for (const auto& [node, targets] : graph) {
    if (visit(node)) return path;
  }
  return {};
}

std::vector<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    found.push_back((*it)[1]);
  }
  return found;
}

}  // namespace kiosque::test
