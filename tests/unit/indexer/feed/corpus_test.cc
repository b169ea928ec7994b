// Holds the parser to the feeds of corpus/: each NAME.json says what NAME.xml must give.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/base/files.h"
#include "indexer/feed/feed.h"
#include "tests/support/temp_dir.h"

namespace kiosque::feed {
namespace {

using nlohmann::json;

std::vector<std::filesystem::path> corpus_feeds() {
  std::vector<std::filesystem::path> feeds;
  const std::filesystem::path folder = test::source_path("corpus/feeds");
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() == ".xml") feeds.push_back(file.path());
  }
  return feeds;
}

/// Holds `actual` to every field that `expected` names; "date" is the best of an entry's dates.
void expect_fields(const json& actual, const json& expected, const std::string& where) {
  if (expected.is_object()) {
    for (const auto& [name, value] : expected.items()) {
      std::string field = name;
      for (const char* date : {"created", "updated", "published"}) {
        if (name == "date" && actual.contains(date)) field = date;
      }
      expect_fields(actual.value(field, json()), value, where + "." + name);
    }
  } else if (expected.is_array() && !expected.empty() && expected[0].is_object()) {
    ASSERT_EQ(actual.size(), expected.size()) << where;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      expect_fields(actual[i], expected[i], where + "[" + std::to_string(i) + "]");
    }
  } else {
    EXPECT_EQ(actual, expected) << where;
  }
}

TEST(FeedCorpus, EachFeedGivesWhatItsJsonSays) {
  const auto feeds = corpus_feeds();
  ASSERT_FALSE(feeds.empty());

  for (const auto& path : feeds) {
    const auto bytes = read_file(path, 1u << 20);
    auto expected_path = path;
    std::ifstream expected(expected_path.replace_extension(".json"));
    ASSERT_TRUE(bytes && expected) << path;

    expect_fields(json::parse(to_json(parse(*bytes, {}))), json::parse(expected),
                  path.stem().string());
  }
}

TEST(FeedCorpus, ShipsSomeFortySubscriptions) {
  const auto bytes = read_file(test::source_path("corpus/feeds-fr.opml"), 1u << 20);
  ASSERT_TRUE(bytes);

  const Feed opml = parse(*bytes, {});

  EXPECT_GE(opml.subscriptions.size(), 40u);
  for (const Link& link : opml.subscriptions) {
    EXPECT_FALSE(link.title.empty() || link.site.empty() || link.folder.empty()) << link.url;
  }
}

}  // namespace
}  // namespace kiosque::feed
