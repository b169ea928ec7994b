// The law of the house: the arrows between rooms are those of this table, no more and no fewer, and
// a library is known to the few rooms that need it. A change of these tables is a change of the
// architecture: say why in its commit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/house/source_tree.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

namespace fs = std::filesystem;
using Rooms = std::set<std::string>;

/// Each room and the rooms it includes: the arrows of the house, all of them.
const std::map<std::string, Rooms> kArrows = {
    {"common/date", {"common/base"}},
    {"common/index", {"common/base", "common/date", "common/text"}},
    {"common/lexicon/compile", {"common/base", "common/lexicon", "common/text"}},
    {"common/text", {"common/base", "common/lexicon"}},
    {"indexer", {"indexer/cli"}},
    {"indexer/archive", {"common/base", "common/date", "indexer/packed"}},
    {"indexer/cli",
     {"common/base", "common/date", "common/index", "indexer/crawl", "indexer/extract",
      "indexer/feed", "indexer/fetch", "indexer/pipeline", "indexer/source", "indexer/upkeep",
      "indexer/write"}},
    {"indexer/crawl",
     {"common/base", "common/date", "common/index", "indexer/archive", "indexer/extract",
      "indexer/feed", "indexer/fetch", "indexer/pipeline", "indexer/write"}},
    {"indexer/extract",
     {"common/base", "common/index", "indexer/extract/facts", "indexer/extract/text",
      "indexer/html"}},
    {"indexer/extract/facts",
     {"common/base", "common/date", "indexer/extract/text", "indexer/html"}},
    {"indexer/extract/text", {"common/base", "common/date", "common/index", "indexer/html"}},
    {"indexer/feed", {"common/base", "common/date", "indexer/html"}},
    {"indexer/fetch", {"common/base", "common/date", "indexer/packed"}},
    {"indexer/html", {"common/base", "common/index"}},
    {"indexer/packed", {"common/base"}},
    {"indexer/pipeline",
     {"common/base", "common/index", "indexer/extract", "indexer/feed", "indexer/html",
      "indexer/source", "indexer/threads", "indexer/write"}},
    {"indexer/source", {"common/base", "indexer/archive", "indexer/packed"}},
    {"indexer/stories", {"common/base", "common/index"}},
    {"indexer/upkeep",
     {"common/base", "common/index", "indexer/archive", "indexer/crawl", "indexer/extract",
      "indexer/pipeline", "indexer/threads", "indexer/write"}},
    {"indexer/write",
     {"common/base", "common/date", "common/index", "common/text", "indexer/stories",
      "indexer/threads"}},
    {"searcher", {"common/base", "searcher/cgi", "searcher/cli"}},
    {"searcher/address", {"common/base", "searcher/engine", "searcher/speech"}},
    {"searcher/cgi",
     {"common/base", "common/date", "common/index", "searcher/address", "searcher/engine",
      "searcher/render", "searcher/render/page"}},
    {"searcher/cli",
     {"common/base", "common/index", "searcher/engine", "searcher/render", "searcher/render/page",
      "searcher/render/terminal", "searcher/speech"}},
    {"searcher/engine",
     {"common/base", "common/date", "common/index", "common/text", "searcher/match",
      "searcher/meaning", "searcher/passage", "searcher/query", "searcher/rank"}},
    {"searcher/match", {"common/index", "common/text", "searcher/meaning", "searcher/query"}},
    {"searcher/meaning", {"common/base", "common/index", "common/text", "searcher/query"}},
    {"searcher/passage", {"common/base", "common/index", "common/text", "searcher/meaning"}},
    {"searcher/query", {"common/base", "common/date", "common/index", "common/text"}},
    {"searcher/rank", {"common/base", "common/index", "searcher/meaning"}},
    {"searcher/render", {"common/base", "searcher/engine", "searcher/speech"}},
    {"searcher/render/page",
     {"common/base", "common/date", "searcher/address", "searcher/render", "searcher/speech"}},
    {"searcher/render/terminal",
     {"common/base", "common/index", "searcher/engine", "searcher/render", "searcher/speech"}},
    {"searcher/speech", {"common/base", "common/date", "searcher/engine", "searcher/query"}},
};

/// The start of a library's headers, and the rooms (or single files) that may include them.
const std::map<std::string, Rooms> kLibraries = {
    {"curl/", {"indexer/fetch"}},
    {"uriparser/", {"common/base/url.cc"}},
    {"pugixml", {"indexer/feed"}},
    {"simdjson", {"common/index/article_json_reader.cc"}},
    {"libxml/", {"indexer/html"}},
    {"sqlite3", {"indexer/crawl"}},
    {"CLI/", {"indexer/cli", "indexer", "searcher/cli"}},
    {"fcgi", {"searcher/cgi"}},
    {"mustache", {"searcher/render/page"}},
    {"marisa", {"common/lexicon", "common/lexicon/compile"}},
    {"xapian",
     {"common/index", "indexer/write", "indexer/cli", "searcher/meaning", "searcher/match",
      "searcher/rank", "searcher/engine"}},
};

/// The arrows that the includes draw, and for each the first include that draws it.
std::map<std::pair<std::string, std::string>, std::string> real_arrows() {
  std::map<std::pair<std::string, std::string>, std::string> arrows;
  for (const Include& include : all_includes()) {
    const std::string target = fs::path(include.target).parent_path();
    if (!include.own || target == include.room) continue;
    arrows.try_emplace({include.room, target}, include.file + " includes " + include.target);
  }
  return arrows;
}

TEST(IncludeLaw, FindsTheSources) { EXPECT_GT(all_includes().size(), 100u); }

TEST(IncludeLaw, EveryArrowIsInTheTable) {
  for (const auto& [arrow, include] : real_arrows()) {
    const auto room = kArrows.find(arrow.first);
    const bool allowed = room != kArrows.end() && room->second.contains(arrow.second);
    EXPECT_TRUE(allowed) << arrow.first << " -> " << arrow.second << ": " << include;
  }
}

TEST(IncludeLaw, EveryArrowOfTheTableIsReal) {
  const auto real = real_arrows();
  for (const auto& [room, targets] : kArrows) {
    for (const std::string& target : targets) {
      EXPECT_TRUE(real.contains({room, target})) << room << " -> " << target << " is not used";
    }
  }
}

TEST(IncludeLaw, RoomsMakeNoCircle) {
  Graph rooms;
  for (const auto& [arrow, include] : real_arrows()) rooms[arrow.first].insert(arrow.second);
  EXPECT_THAT(find_circle(rooms), testing::IsEmpty());
}

/// A header and the source of the same name are one unit.
TEST(IncludeLaw, FilesOfARoomMakeNoRing) {
  const auto unit = [](const std::string& file) { return file.substr(0, file.rfind('.')); };
  Graph units;
  for (const Include& include : all_includes()) {
    const bool inside = include.own && room_of(include.target) == include.room;
    if (!inside || unit(include.target) == unit(include.file)) continue;
    units[unit(include.file)].insert(unit(include.target));
  }
  EXPECT_THAT(find_circle(units), testing::IsEmpty());
}

TEST(IncludeLaw, SeesAPlantedCircle) {
  const Graph line{{"a", {"b", "c"}}, {"b", {"c"}}};
  Graph circle = line;
  circle["c"] = {"a"};

  EXPECT_THAT(find_circle(line), testing::IsEmpty());
  EXPECT_THAT(find_circle(circle), testing::ElementsAre("a", "b", "c", "a"));
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
