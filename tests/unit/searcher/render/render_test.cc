#include "searcher/render/render.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kiosque::render {
namespace {

TEST(ToJson, CountsMarksInCharacters) {
  engine::Page page;
  engine::Hit hit;
  hit.snippet = {"été armé", {{6, 11}}};
  page.hits.push_back(hit);

  const auto json = nlohmann::json::parse(to_json("armé", page));

  EXPECT_EQ(json["schema"], kJsonSchema);
  EXPECT_EQ(json["hits"][0]["snippet_marks"], nlohmann::json::parse("[[4,8]]"));
  EXPECT_TRUE(json["hits"][0]["published"].is_null());
}

TEST(ToJson, NamesTheOtherSourcesOfAStory) {
  engine::Page page;
  page.hits.resize(1);
  page.hits[0].elsewhere = {{"Le Fanal", "https://fanal.example/1"}};

  const auto json = nlohmann::json::parse(to_json("crue", page));

  EXPECT_EQ(json["hits"][0]["elsewhere"][0]["source"], "Le Fanal");
  EXPECT_EQ(json["hits"][0]["elsewhere"][0]["url"], "https://fanal.example/1");
}

TEST(ToJsonLines, PrintsOneObjectALine) {
  engine::Page page;
  page.hits.resize(2);
  page.hits[0].title.text = "deux\nlignes";

  const std::string lines = to_json_lines(page);

  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
}

TEST(ToJson, SurvivesDamagedText) {
  engine::Page page;
  page.hits.resize(1);
  page.hits[0].title.text = "a\xff";

  EXPECT_NO_THROW((void)to_json("\xfe", page));
}

}  // namespace
}  // namespace kiosque::render
