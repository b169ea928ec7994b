#include "searcher/render/page/rss.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "searcher/render/page/opensearch.h"

namespace kiosque::render::page {
namespace {

engine::Page sample_page() {
  engine::Hit hit;
  hit.url = "https://journal.example/a?x=1&y=2";
  hit.title = {"Armes & <b>Kiev</b>", {}};
  hit.snippet = {"1 < 2 & \"oui\"", {}};
  hit.source = "Le Journal";
  hit.published = date::parse_timestamp("2024-06-03T10:05:00+02:00");
  engine::Page page;
  page.total = 41;
  page.hits = {hit};
  return page;
}

pugi::xml_document feed_of(const engine::Page& page) {
  const RssRenderer renderer(
      {.page = "https://k.example/?q=a", .self = "https://k.example/?q=a&r"});
  Context context;
  context.request.query = "armes & \"Kiev\"";
  context.request.limit = 30;
  context.request.offset = 30;
  pugi::xml_document document;
  const auto parsed = document.load_string(renderer.render(page, context).c_str());
  EXPECT_TRUE(parsed) << parsed.description();
  return document;
}

TEST(RssRenderer, ItemIsIdentifiedByItsAddress) {
  const auto document = feed_of(sample_page());

  const auto item = document.child("rss").child("channel").child("item");
  EXPECT_STREQ(item.child_value("guid"), "https://journal.example/a?x=1&y=2");
  EXPECT_STREQ(item.child_value("link"), "https://journal.example/a?x=1&y=2");
  EXPECT_STREQ(item.child_value("title"), "Armes & <b>Kiev</b>");
  EXPECT_STREQ(item.child_value("pubDate"), "Mon, 03 Jun 2024 08:05:00 GMT");
}

TEST(RssRenderer, DescriptionIsEscapedForTheHtmlInsideTheXml) {
  const auto document = feed_of(sample_page());

  const auto item = document.child("rss").child("channel").child("item");
  EXPECT_STREQ(item.child_value("description"), "1 &lt; 2 &amp; &quot;oui&quot;");
}

TEST(RssRenderer, CarriesTheElementsOfOpenSearch) {
  const auto document = feed_of(sample_page());

  const auto channel = document.child("rss").child("channel");
  EXPECT_STREQ(channel.child_value("opensearch:totalResults"), "41");
  EXPECT_STREQ(channel.child_value("opensearch:startIndex"), "31");
  EXPECT_STREQ(channel.child_value("opensearch:itemsPerPage"), "30");
  EXPECT_STREQ(channel.child("opensearch:Query").attribute("searchTerms").value(),
               "armes & \"Kiev\"");
}

TEST(RssRenderer, LeavesOutAddressesThatAreNotOfTheWeb) {
  engine::Page page = sample_page();
  page.hits[0].url = "javascript:alert(1)";

  const auto document = feed_of(page);

  EXPECT_FALSE(document.child("rss").child("channel").child("item").child("link"));
}

TEST(OpenSearch, ShortNameIsAtMostSixteenCharacters) {
  WebSite site;
  site.name = "Étés & hivers de la presse";
  pugi::xml_document document;

  document.load_string(render_open_search(site, speech::Language::French).c_str());

  EXPECT_STREQ(document.child("OpenSearchDescription").child_value("ShortName"),
               "Étés & hivers de");
}

TEST(OpenSearch, TemplatesAreAbsoluteWhenTheAddressIsKnown) {
  WebSite site;
  site.address = "https://k.example/chercher";

  EXPECT_THAT(render_open_search(site, speech::Language::French),
              ::testing::HasSubstr("template=\"https://k.example/chercher?q={searchTerms}&amp;"));
}

TEST(OpenSearch, SuggestionsAreJson) {
  EXPECT_EQ(render_suggestions("a\"r", {"armes"}), "[\"a\\\"r\",[\"armes\"]]\n");
}

}  // namespace
}  // namespace kiosque::render::page
