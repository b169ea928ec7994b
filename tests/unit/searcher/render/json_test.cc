#include "searcher/render/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kiosque::render {
namespace {

TEST(RenderJson, CountsMarksInCharacters) {
  engine::Page page;
  engine::Hit hit;
  hit.snippet = {"été armé", {{6, 11}}};
  page.hits.push_back(hit);

  const auto json = nlohmann::json::parse(render_json("armé", page));

  EXPECT_EQ(json["schema"], kJsonSchema);
  EXPECT_EQ(json["hits"][0]["snippet_marks"], nlohmann::json::parse("[[4,8]]"));
  EXPECT_TRUE(json["hits"][0]["published"].is_null());
}

TEST(RenderJson, NamesTheOtherSourcesOfAStory) {
  engine::Page page;
  page.hits.resize(1);
  page.hits[0].elsewhere = {{"Le Fanal", "https://fanal.example/1"}};

  const auto json = nlohmann::json::parse(render_json("crue", page));

  EXPECT_EQ(json["hits"][0]["elsewhere"][0]["source"], "Le Fanal");
  EXPECT_EQ(json["hits"][0]["elsewhere"][0]["url"], "https://fanal.example/1");
}

TEST(RenderJsonLines, PrintsOneObjectALine) {
  engine::Page page;
  page.hits.resize(2);
  page.hits[0].title.text = "deux\nlignes";

  const std::string lines = render_json_lines(page);

  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
}

TEST(RenderJson, SurvivesDamagedText) {
  engine::Page page;
  page.hits.resize(1);
  page.hits[0].title.text = "a\xff";

  EXPECT_NO_THROW((void)render_json("\xfe", page));
}

}  // namespace
}  // namespace kiosque::render
