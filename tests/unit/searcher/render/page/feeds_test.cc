#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "searcher/render/page/page.h"

namespace kiosque::render::page {
namespace {

using testing::HasSubstr;
using testing::Not;

engine::Page two_hits() {
  engine::Hit hit;
  hit.url = "https://journal.example/a?x=1&y=2";
  hit.title = {"Armes & <b>Kiev</b>", {}};
  hit.snippet = {"1 < 2 & \"oui\"", {}};
  hit.source = "Le Journal";
  hit.published = date::parse_timestamp("2024-06-03T10:05:00+02:00");
  engine::Page page;
  page.total = page.articles = page.stories = page.reachable = 41;
  page.hits = {hit};
  return page;
}

pugi::xml_document feed_of(const engine::Page& page) {
  const FeedPlace place{.page = "https://k.example/?q=a", .self = "https://k.example/?q=a&r"};
  Context context;
  context.request.query = "armes & \"Kiev\"";
  context.request.limit = 30;
  context.request.offset = 30;
  pugi::xml_document document;
  const auto parsed = document.load_string(to_rss(page, context, place).c_str());
  EXPECT_TRUE(parsed) << parsed.description();
  return document;
}

TEST(ToRss, ItemIsIdentifiedByItsAddress) {
  const auto document = feed_of(two_hits());

  const auto item = document.child("rss").child("channel").child("item");
  EXPECT_STREQ(item.child_value("guid"), "https://journal.example/a?x=1&y=2");
  EXPECT_STREQ(item.child_value("link"), "https://journal.example/a?x=1&y=2");
  EXPECT_STREQ(item.child_value("title"), "Armes & <b>Kiev</b>");
  EXPECT_STREQ(item.child_value("pubDate"), "Mon, 03 Jun 2024 08:05:00 GMT");
}

TEST(ToRss, DescriptionIsEscapedForTheHtmlInsideTheXml) {
  const auto document = feed_of(two_hits());

  const auto item = document.child("rss").child("channel").child("item");
  EXPECT_STREQ(item.child_value("description"), "1 &lt; 2 &amp; &quot;oui&quot;");
}

TEST(ToRss, CarriesTheElementsOfOpenSearch) {
  const auto document = feed_of(two_hits());

  const auto channel = document.child("rss").child("channel");
  EXPECT_STREQ(channel.child_value("opensearch:totalResults"), "41");
  EXPECT_STREQ(channel.child_value("opensearch:startIndex"), "31");
  EXPECT_STREQ(channel.child_value("opensearch:itemsPerPage"), "30");
  EXPECT_STREQ(channel.child("opensearch:Query").attribute("searchTerms").value(),
               "armes & \"Kiev\"");
}

TEST(ToRss, LeavesOutAddressesThatAreNotOfTheWeb) {
  engine::Page page = two_hits();
  page.hits[0].url = "javascript:alert(1)";

  const auto document = feed_of(page);

  EXPECT_FALSE(document.child("rss").child("channel").child("item").child("link"));
}

TEST(ToOpenSearch, ShortNameIsAtMostSixteenCharacters) {
  WebSite site;
  site.name = "Étés & hivers de la presse";
  pugi::xml_document document;

  document.load_string(to_open_search(site, speech::Language::French).c_str());

  EXPECT_STREQ(document.child("OpenSearchDescription").child_value("ShortName"),
               "Étés & hivers de");
}

TEST(ToOpenSearch, TemplatesAreAbsoluteWhenTheAddressIsKnown) {
  WebSite site;
  site.address = "https://k.example/chercher";

  EXPECT_THAT(to_open_search(site, speech::Language::French),
              HasSubstr("template=\"https://k.example/chercher?q={searchTerms}&amp;"));
}

TEST(ToOpenSearch, SuggestionsAreJson) {
  EXPECT_EQ(to_suggestions("a\"r", {"armes"}), "[\"a\\\"r\",[\"armes\"]]\n");
}

TEST(ToAtom, HasStableIdsAndEscapesEverything) {
  const std::vector<AtomEntry> entries{{"https://a.example/?x=1&y", "<b>", "\"x\" & y", "S"}};

  const std::string feed = to_atom("armes & Kiev", entries, {});

  EXPECT_THAT(feed, HasSubstr("<id>tag:localhost,2026:kiosque/alert/armes%20%26%20Kiev</id>"));
  EXPECT_THAT(feed, HasSubstr("<id>https://a.example/?x=1&amp;y</id>"));
  EXPECT_THAT(feed, HasSubstr("<title>&lt;b&gt;</title>"));
  EXPECT_THAT(feed, Not(HasSubstr("<b>")));
}

}  // namespace
}  // namespace kiosque::render::page
