// A folder is a namespace, and each room has a front door: a header named like the room that says
// what comes in and what goes out, names the other headers that are open, and shows an example.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/house/source_tree.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

namespace fs = std::filesystem;

/// The folders that hold sources. The two sides' own folders hold only main.cc.
std::set<std::string> all_rooms() {
  std::set<std::string> rooms;
  for (const std::string& file : all_sources()) rooms.insert(room_of(file));
  rooms.erase("indexer");
  rooms.erase("searcher");
  return rooms;
}

/// "kiosque::extract::text" for indexer/extract/text; common/base is `kiosque` itself.
std::string namespace_of(const std::string& room) {
  if (room == "common/base") return "kiosque";
  return "kiosque::" + std::regex_replace(room.substr(room.find('/') + 1), std::regex("/"), "::");
}

std::string front_door_of(const std::string& room) {
  if (room == "common/base") return "common/base/result.h";
  return room + "/" + fs::path(room).filename().string() + ".h";
}

/// The comment at the top of a front door, without its slashes.
std::string opening_comment(const std::string& header) {
  std::string comment;
  bool begun = false;
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find('\n', at), header.size());
    const std::string line = header.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("//")) {
      begun = true;
      comment += line.substr(std::min<std::size_t>(2, line.size())) + "\n";
    } else if (begun) {
      break;
    }
  }
  return comment;
}

/// `text` without white space: code compares alike however it is broken into lines.
std::string squeezed(std::string text) {
  std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
  return text;
}

/// The example of a front door: the test file it names, and its lines.
struct Example {
  std::string test;
  std::string code;
};

Example find_example(const std::string& comment) {
  static const std::regex kExample(R"re(Example \(([^)]+)\):\n((?:.|\n)*))re");
  std::smatch match;
  if (!std::regex_search(comment, match, kExample)) return {};
  return {match[1], match[2]};
}

/// Headers of `room` that its front door names with their whole path.
std::set<std::string> open_headers(const std::string& room, const std::string& comment) {
  static const std::regex kPath(R"re((?:common|indexer|searcher)/[\w/]+\.h)re");
  std::set<std::string> open{front_door_of(room)};
  for (std::sregex_iterator it(comment.begin(), comment.end(), kPath), end; it != end; ++it) {
    if (room_of((*it)[0]) == room) open.insert((*it)[0]);
  }
  return open;
}

/// One sentence, an empty line, then what comes in and what goes out.
bool begins_as_a_door(const std::string& comment) {
  const std::string sentence = comment.substr(0, comment.find("\n\n"));
  const bool one = sentence.ends_with('.') && sentence.find(". ") == std::string::npos &&
                   sentence.find(".\n") == std::string::npos;
  static const std::regex kInOut(R"re(\n\n In: \w(.|\n)*?\bOut:\s+\w)re");
  return one && std::regex_search(comment, kInOut);
}

/// What of `text`, the source `file`, is in a namespace that is not its room's: another one of the
/// project, or one beside it. Namespaces within the room's are its own, where they are no room.
std::vector<std::string> foreign_namespaces(const std::string& file, const std::string& text) {
  static const std::regex kOpening(R"re((?:^|\n)(?:inline )?namespace (\w[\w:]*)\s*\{)re");
  const std::string own = namespace_of(room_of(file));
  std::set<std::string> others;
  for (const std::string& room : all_rooms()) others.insert(namespace_of(room));
  std::vector<std::string> foreign;
  for (std::sregex_iterator it(text.begin(), text.end(), kOpening), end; it != end; ++it) {
    const std::string name = (*it)[1];
    const bool within = own != "kiosque" && name.starts_with(own + "::") && !others.contains(name);
    const bool nested = name.find("::") == std::string::npos && name != "kiosque" &&
                        text.find("\nnamespace " + own + " {") < std::size_t(it->position());
    if (name != own && !within && !nested) foreign.push_back(name);
  }
  return foreign;
}

TEST(Rooms, AFolderIsANamespace) {
  for (const std::string& file : all_sources()) {
    if (file.ends_with("/main.cc")) continue;
    const std::string text = read_bytes(source_path(file));
    EXPECT_THAT(foreign_namespaces(file, text), testing::IsEmpty()) << file;
    EXPECT_NE(text.find("\nnamespace " + namespace_of(room_of(file))), std::string::npos) << file;
  }
}

TEST(Rooms, SeesAPlantedNamespace) {
  const std::string file = "indexer/feed/rss.cc";

  EXPECT_THAT(foreign_namespaces(file, "\nnamespace kiosque::feed {"), testing::IsEmpty());
  for (const char* name : {"kiosque", "kiosque::html", "feed", "kiosque::feeds"}) {
    EXPECT_THAT(foreign_namespaces(file, "\nnamespace " + std::string(name) + " {"),
                testing::ElementsAre(name));
  }
  EXPECT_THAT(
      foreign_namespaces("indexer/extract/extract.cc", "\nnamespace kiosque::extract::text {"),
      testing::ElementsAre("kiosque::extract::text"));
}

TEST(Rooms, EachHasAFrontDoor) {
  for (const std::string& room : all_rooms()) {
    const fs::path door = source_path(front_door_of(room));
    ASSERT_TRUE(fs::exists(door)) << door;
    const std::string comment = opening_comment(read_bytes(door));
    EXPECT_TRUE(begins_as_a_door(comment)) << door << " begins:\n" << comment;
  }
}

TEST(Rooms, SeesAPlantedDoor) {
  EXPECT_TRUE(begins_as_a_door(" Reads feeds.\n\n In: bytes. Out: a Feed.\n"));
  EXPECT_FALSE(begins_as_a_door(" Reads feeds\n\n In: bytes. Out: a Feed.\n"));
  EXPECT_FALSE(begins_as_a_door(" Reads feeds. And more.\n\n In: bytes. Out: a Feed.\n"));
  EXPECT_FALSE(begins_as_a_door(" Reads feeds.\n\n In: bytes. Out:\n"));
}

TEST(Rooms, AreEnteredByOpenDoors) {
  std::map<std::string, std::set<std::string>> open;
  std::set<std::string> entered;
  for (const std::string& room : all_rooms()) {
    const std::string door = front_door_of(room);
    if (!fs::exists(source_path(door))) continue;
    open[room] = open_headers(room, opening_comment(read_bytes(source_path(door))));
  }
  for (const Include& include : all_includes()) {
    const std::string room = room_of(include.target);
    if (!include.own) continue;
    if (room == include.room) {  // what a front door includes of its room is part of it
      if (include.file == front_door_of(room)) entered.insert(include.target);
      continue;
    }
    EXPECT_TRUE(open[room].contains(include.target))
        << include.file << " includes " << include.target << ", which " << front_door_of(room)
        << " does not name";
    entered.insert(include.target);
  }
  for (const auto& [room, headers] : open) {
    for (const std::string& header : headers) {
      if (header == front_door_of(room)) continue;
      EXPECT_TRUE(entered.contains(header)) << header << " is open, but nobody enters there";
    }
  }
}

TEST(Rooms, ExamplesOfFrontDoorsAreTested) {
  for (const std::string& room : all_rooms()) {
    const fs::path door = source_path(front_door_of(room));
    if (!fs::exists(door)) continue;
    const Example example = find_example(opening_comment(read_bytes(door)));
    ASSERT_NE(squeezed(example.code), "") << door << " shows no example";
    ASSERT_EQ(example.test, "tests/unit/" + room + "/example_test.cc") << door;
    EXPECT_THAT(squeezed(read_bytes(source_path(example.test))),
                testing::HasSubstr(squeezed(example.code)))
        << door;
  }
}

TEST(Rooms, ReadsAnOpeningComment) {
  const std::string header =
      "#pragma once\n// Reads feeds.\n//\n// In: bytes. Out: a Feed.\n//\n"
      "// Also open: indexer/feed/opml.h (lists of feeds).\n//\n"
      "// Example (tests/unit/indexer/feed/example_test.cc):\n//   parse(bytes);\n\n#include <a>\n";
  const std::string comment = opening_comment(header);

  EXPECT_EQ(find_example(comment).test, "tests/unit/indexer/feed/example_test.cc");
  EXPECT_EQ(squeezed(find_example(comment).code), "parse(bytes);");
  EXPECT_THAT(open_headers("indexer/feed", comment),
              testing::ElementsAre("indexer/feed/feed.h", "indexer/feed/opml.h"));
}

}  // namespace
}  // namespace kiosque::test
