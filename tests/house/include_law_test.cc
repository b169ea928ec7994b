// The law of the house: includes run down only, and a library is known to the few rooms that need
// it. A change of these tables is a change of the architecture: say why in its commit.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

namespace fs = std::filesystem;
using Rooms = std::set<std::string>;

/// Each room and the rooms it may include, besides itself and common/.
const std::map<std::string, Rooms> kMayInclude = {
    {"indexer/html", {}},
    {"indexer/extract", {"indexer/html"}},
    {"indexer/feed", {"indexer/html"}},
    {"indexer/dedup", {}},
    {"indexer/build", {"indexer/dedup"}},
    {"indexer/fetch", {}},
    {"indexer/source", {"indexer/fetch"}},
    {"indexer/crawl", {"indexer/fetch", "indexer/feed"}},
    {"indexer/pipeline",
     {"indexer/source", "indexer/crawl", "indexer/fetch", "indexer/feed", "indexer/html",
      "indexer/extract", "indexer/dedup", "indexer/build"}},
    {"indexer/cli",
     {"indexer/pipeline", "indexer/source", "indexer/crawl", "indexer/fetch", "indexer/feed",
      "indexer/html", "indexer/extract", "indexer/dedup", "indexer/build"}},
    {"indexer", {"indexer/cli"}},
    {"searcher/query", {}},
    {"searcher/engine", {"searcher/query"}},
    {"searcher/render", {"searcher/engine", "searcher/query"}},
    {"searcher/cgi", {"searcher/render", "searcher/engine", "searcher/query"}},
    {"searcher/cli", {"searcher/render", "searcher/engine", "searcher/query"}},
    {"searcher", {"searcher/cli", "searcher/cgi"}},
};

/// common/ from the bottom up: a room includes itself and what is before it.
const std::vector<std::string> kCommon = {"common/base", "common/text", "common/index"};

/// The start of a library's headers, and the rooms (or single files) that may include them.
const std::map<std::string, Rooms> kLibraries = {
    {"curl/", {"indexer/fetch"}},
    {"uriparser/", {"common/base/url.cc"}},
    {"pugixml", {"indexer/feed"}},
    {"simdjson", {"indexer/source/json_lines.cc"}},
    {"libxml/", {"indexer/html"}},
    {"sqlite3", {"indexer/crawl"}},
    {"CLI/", {"indexer/cli", "indexer", "searcher/cli", "searcher"}},
    {"fcgi", {"searcher/cgi"}},
    {"mustache", {"searcher/render"}},
    {"xapian",
     {"common/index", "common/text", "indexer/build", "searcher/query", "searcher/engine"}},
};

struct Include {
  std::string file;  ///< "indexer/feed/rss.cc"
  std::string room;  ///< "indexer/feed"; "indexer" for indexer/main.cc
  std::string target;
  bool own = false;  ///< in quotes: a file of the project
};

std::vector<Include> all_includes() {
  static const std::regex kPattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Include> found;
  for (const char* side : {"common", "indexer", "searcher"}) {
    for (const auto& entry : fs::recursive_directory_iterator(source_path(side))) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cc") continue;
      const fs::path file = entry.path().lexically_relative(source_path(""));
      const fs::path folder = file.parent_path();
      const bool is_main = folder == *folder.begin();
      const fs::path room = is_main ? folder : *folder.begin() / *std::next(folder.begin());
      std::ifstream stream(entry.path());
      std::smatch match;
      for (std::string line; std::getline(stream, line);) {
        if (std::regex_search(line, match, kPattern)) {
          found.push_back({file, room, match[2], match[1] == "\""});
        }
      }
    }
  }
  return found;
}

bool is_in(const std::string& path, const std::string& room) {
  return path == room || path.starts_with(room + "/");
}

bool any_holds(const Rooms& rooms, const std::string& path) {
  return std::any_of(rooms.begin(), rooms.end(),
                     [&](const std::string& room) { return is_in(path, room); });
}

bool may_include_own(const Include& include) {
  if (is_in(include.target, include.room)) return true;
  const auto level = std::find(kCommon.begin(), kCommon.end(), include.room);
  if (level != kCommon.end()) return any_holds(Rooms(kCommon.begin(), level), include.target);
  if (is_in(include.target, "common")) return true;
  const auto room = kMayInclude.find(include.room);
  return room != kMayInclude.end() && any_holds(room->second, include.target);
}

TEST(IncludeLaw, FindsTheSources) { EXPECT_GT(all_includes().size(), 100u); }

TEST(IncludeLaw, EveryRoomIsInTheTable) {
  Rooms unknown;
  for (const Include& include : all_includes()) {
    const bool common = std::find(kCommon.begin(), kCommon.end(), include.room) != kCommon.end();
    if (!common && !kMayInclude.contains(include.room)) unknown.insert(include.room);
  }

  EXPECT_EQ(unknown, Rooms{});
}

TEST(IncludeLaw, IncludesRunDownOnly) {
  for (const Include& include : all_includes()) {
    if (!include.own) continue;
    EXPECT_TRUE(may_include_own(include)) << include.file << " includes " << include.target;
  }
}

TEST(IncludeLaw, ProjectFilesAreIncludedFromTheRoot) {
  for (const Include& include : all_includes()) {
    if (!include.own) continue;
    EXPECT_TRUE(fs::exists(source_path(include.target)))
        << include.file << " includes \"" << include.target << "\"";
  }
}

TEST(IncludeLaw, LibrariesStayInTheirRooms) {
  for (const Include& include : all_includes()) {
    if (include.own) continue;
    for (const auto& [library, rooms] : kLibraries) {
      if (!include.target.starts_with(library)) continue;
      const bool allowed = rooms.contains(include.room) || rooms.contains(include.file);
      EXPECT_TRUE(allowed) << include.file << " includes <" << include.target << ">";
    }
  }
}

}  // namespace
}  // namespace kiosque::test
