#include "indexer/feed/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace kiosque::feed {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Feed read(std::string_view bytes) { return parse(bytes, {}); }

/// An RSS feed with one item of this content.
Entry rss_item(const std::string& content, const Context& context = {}) {
  const Feed feed =
      parse("<rss version='2.0'><channel><title>T</title><link>https://exemple.test/</link><item>" +
                content + "</item></channel></rss>",
            context);
  return feed.entries.empty() ? Entry{} : feed.entries.front();
}

/// An Atom feed with one entry of this content.
Entry atom_entry(const std::string& content) {
  const Feed feed =
      read("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + content + "</entry></feed>");
  return feed.entries.empty() ? Entry{} : feed.entries.front();
}

TEST(ParseFeed, Rss2) {
  const Feed feed = read(R"(<?xml version="1.0"?><rss version="2.0"><channel>
    <title>Le Journal</title><link>https://journal.test/</link><description>Tout</description>
    <language>fr</language><ttl>30</ttl><skipHours><hour>24</hour></skipHours>
    <item><title>Un</title><link>https://journal.test/1</link><guid>g1</guid>
    <pubDate>Mon, 03 Jun 2024 10:05:00 +0200</pubDate><category>Monde</category>
    <author>a@b.test (Anne Martin)</author><enclosure url="/i.jpg" type="image/jpeg"/></item>
    </channel></rss>)");

  EXPECT_EQ(feed.format, Format::Rss);
  EXPECT_EQ(feed.title, "Le Journal");
  EXPECT_EQ(feed.ttl_minutes, 30);
  EXPECT_THAT(feed.skip_hours, ElementsAre(0));
  ASSERT_THAT(feed.entries, SizeIs(1));
  const Entry& entry = feed.entries[0];
  EXPECT_EQ(entry.id, "g1");
  EXPECT_EQ(entry.link, "https://journal.test/1");
  EXPECT_EQ(date::format_iso8601(*entry.published), "2024-06-03T10:05:00+02:00");
  EXPECT_EQ(entry.language, "fr");
  EXPECT_THAT(entry.authors, ElementsAre("Anne Martin"));
  EXPECT_THAT(entry.categories, ElementsAre("Monde"));
  EXPECT_THAT(entry.images, ElementsAre("https://journal.test/i.jpg"));
}

TEST(ParseFeed, Rss1ItemsStandBesideTheChannel) {
  const Feed feed = read(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel rdf:about='https://a.test/'><title>T</title></channel>"
      "<item rdf:about='https://a.test/1'><title>Un</title><dc:date>2024-06-03</dc:date></item>"
      "</rdf:RDF>");

  ASSERT_THAT(feed.entries, SizeIs(1));
  EXPECT_EQ(feed.entries[0].id, "https://a.test/1");
  EXPECT_EQ(feed.entries[0].link, "https://a.test/1");
  EXPECT_TRUE(feed.entries[0].published->date_only);
}

TEST(ParseFeed, Atom) {
  const Feed feed = read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"
      xml:base="https://a.test/x/"><title>T</title><author><name>Anne</name></author>
      <link rel="self" href="flux"/><link href="/"/>
      <entry><id>urn:1</id><title type="html">Un &amp;amp; deux</title><link href="1"/>
      <updated>2024-06-03T08:05:00Z</updated><summary>a &lt; b</summary></entry></feed>)");

  EXPECT_EQ(feed.format, Format::Atom);
  EXPECT_EQ(feed.self, "https://a.test/x/flux");
  EXPECT_EQ(feed.link, "https://a.test/");
  ASSERT_THAT(feed.entries, SizeIs(1));
  EXPECT_EQ(feed.entries[0].title, "Un & deux");
  EXPECT_EQ(feed.entries[0].summary, "a &lt; b");
  EXPECT_EQ(feed.entries[0].link, "https://a.test/x/1");
  EXPECT_EQ(feed.entries[0].language, "fr");
  EXPECT_THAT(feed.entries[0].authors, ElementsAre("Anne"));
}

TEST(ParseFeed, AtomTypeDecidesWhatATitleIs) {
  EXPECT_EQ(atom_entry("<title>Le &lt;br> seul</title>").title, "Le <br> seul");
  EXPECT_EQ(atom_entry("<title type='html'>Le &lt;b>gras&lt;/b></title>").title, "Le gras");
  EXPECT_EQ(atom_entry("<title type='xhtml'><div>Le <b>gras</b></div></title>").title, "Le gras");
}

TEST(ParseFeed, XhtmlContentIsWrittenOutWithoutItsDiv) {
  const Entry entry = atom_entry(
      "<content type='xhtml' xml:base='https://a.test/'><h:div xmlns:h='http://www.w3.org/1999/"
      "xhtml'><h:p>Un <h:a href='x'>lien</h:a></h:p></h:div></content>");

  EXPECT_EQ(entry.content, "<p>Un <a href=\"https://a.test/x\">lien</a></p>");
}

TEST(ParseFeed, JsonFeed) {
  const Feed feed = read(
      R"({"version":"https://jsonfeed.org/version/1.1","title":"T","language":"fr",
      "authors":[{"name":"Anne"}],"items":[{"id":7,"url":"https://a.test/7","title":"a < b",
      "content_text":"1 < 2","date_published":"2024-06-03T08:05:00Z","tags":["Monde"]}]})");

  EXPECT_EQ(feed.format, Format::JsonFeed);
  ASSERT_THAT(feed.entries, SizeIs(1));
  EXPECT_EQ(feed.entries[0].id, "7");
  EXPECT_EQ(feed.entries[0].title, "a < b");
  EXPECT_EQ(feed.entries[0].content, "1 &lt; 2");
  EXPECT_THAT(feed.entries[0].authors, ElementsAre("Anne"));
}

TEST(ParseFeed, OpmlFoldersAreJoined) {
  const Feed feed = read(
      "<opml><head><title>Flux</title></head><body><outline text='Presse'><outline text='Jour'>"
      "<outline text='A' xmlUrl='https://a.test/rss' "
      "htmlUrl='https://a.test/'/></outline></outline>"
      "<outline text='B' xmlurl='https://b.test/rss'/><outline text='vide'/></body></opml>");

  ASSERT_THAT(feed.subscriptions, SizeIs(2));
  EXPECT_EQ(feed.subscriptions[0].folder, "Presse/Jour");
  EXPECT_EQ(feed.subscriptions[0].site, "https://a.test/");
  EXPECT_EQ(feed.subscriptions[1].url, "https://b.test/rss");
  EXPECT_EQ(feed.subscriptions[1].folder, "");
}

TEST(ParseFeed, NewsSitemapAndSitemapIndex) {
  const Feed news = read(
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
      "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://a.test/1</loc>"
      "<n:news><n:publication><n:name>A</n:name><n:language>fr</n:language></n:publication>"
      "<n:publication_date>2024-06-03</n:publication_date><n:title>Un</n:title></n:news></url>"
      "</urlset>");
  const Feed index =
      read("<sitemapindex><sitemap><loc>https://a.test/s.xml</loc></sitemap></sitemapindex>");

  EXPECT_EQ(news.format, Format::NewsSitemap);
  ASSERT_THAT(news.entries, SizeIs(1));
  EXPECT_EQ(news.entries[0].title, "Un");
  EXPECT_EQ(news.entries[0].source_title, "A");
  EXPECT_EQ(index.format, Format::SitemapIndex);
  ASSERT_THAT(index.sitemaps, SizeIs(1));
  EXPECT_EQ(index.sitemaps[0].url, "https://a.test/s.xml");
}

TEST(ParseFeed, HtmlPageOffersItsFeeds) {
  const Feed page = parse(
      "<!doctype html><html><head><title>A</title><link rel='alternate' hreflang='en' href='/en'>"
      "<link rel=\"alternate\" type='application/rss+xml' title='Une' href='/rss'></head>",
      {.url = "https://a.test/x"});

  EXPECT_EQ(page.format, Format::Html);
  EXPECT_FALSE(page.error.empty());
  ASSERT_THAT(page.alternates, SizeIs(1));
  EXPECT_EQ(page.alternates[0].url, "https://a.test/rss");
  EXPECT_EQ(page.alternates[0].title, "Une");
}

TEST(ParseFeed, RssTitleIsHtmlOnlyWithATagOrReference) {
  EXPECT_EQ(rss_item("<title>Si a &lt; b, AT&amp;T</title>").title, "Si a < b, AT&T");
  EXPECT_EQ(rss_item("<title><![CDATA[<b>Gras</b> &amp; net]]></title>").title, "Gras & net");
  EXPECT_EQ(rss_item("<title>L&amp;#8217;&eacute;t&eacute; &#146;</title>").title, "L’été ’");
}

TEST(ParseFeed, TitlesKeepNoBreakSpacesAndJoiners) {
  EXPECT_EQ(rss_item("<title> Qui\n  est-ce\u00A0? 👩‍🚀 </title>").title,
            "Qui est-ce\u00A0? 👩‍🚀");
}

TEST(ParseFeed, RepairsWhatIsNearlyXml) {
  EXPECT_EQ(rss_item("<title>Si a < b, alors 3 <4</title>").title, "Si a < b, alors 3 <4");
  EXPECT_EQ(rss_item("<link>https://a.test/?x=1&y=2&copy=3</link><title>a <b>c</title>").link,
            "https://a.test/?x=1&y=2&copy=3");
  EXPECT_EQ(rss_item("<media:thumbnail url=https://a.test/i.jpg />").images.size(), 1u);
  EXPECT_EQ(read("<RSS><CHANNEL><ITEM><TITLE>Un</title></ITEM></CHANNEL></RSS>").entries.size(),
            1u);
}

TEST(ParseFeed, KeepsTheItemsBeforeTheCut) {
  const Feed feed = read("<rss><channel><item><title>Un</title></item><item><title><![CDATA[De");

  ASSERT_THAT(feed.entries, SizeIs(2));
  EXPECT_EQ(feed.entries[0].title, "Un");
}

TEST(ParseFeed, OtherNamespacesDoNotWin) {
  const Entry entry = rss_item(
      "<media:title xmlns:media='http://search.yahoo.com/mrss/'>image</media:title>"
      "<title>Un</title><image><title>logo</title></image>"
      "<atom:link rel='self' href='https://a.test/flux'/><link>https://a.test/1</link>");

  EXPECT_EQ(entry.title, "Un");
  EXPECT_EQ(entry.link, "https://a.test/1");
}

TEST(ParseFeed, GuidIsALinkOnlyAsAPermalink) {
  EXPECT_EQ(rss_item("<guid>https://a.test/1</guid>").link, "https://a.test/1");
  EXPECT_EQ(rss_item("<guid isPermaLink='false'>https://a.test/1</guid>").link, "");
  EXPECT_EQ(rss_item("<guid>1</guid>").link, "");
}

TEST(ParseFeed, LinksAreWebAddressesOnly) {
  EXPECT_EQ(rss_item("<link>javascript:alert(1)</link>").link, "");
  EXPECT_EQ(rss_item("<link>/a</link>").link, "https://exemple.test/a");
  EXPECT_EQ(rss_item("<link>a</link>", {.url = "https://flux.test/rss/"}).link,
            "https://flux.test/rss/a");
}

TEST(ParseFeed, LinksInHtmlBecomeAbsolute) {
  EXPECT_EQ(rss_item("<description><![CDATA[<a href=' /x '>y</a>]]></description>",
                     {.url = "https://flux.test/rss"})
                .summary,
            "<a href='https://flux.test/x'>y</a>");
}

TEST(ParseFeed, FeedburnerNamesThePageItself) {
  const Entry entry = rss_item(
      "<link>https://feeds.test/~r/1</link><feedburner:origLink>https://a.test/1"
      "</feedburner:origLink>");

  EXPECT_EQ(entry.link, "https://feeds.test/~r/1");
  EXPECT_EQ(entry.original_link, "https://a.test/1");
}

TEST(ParseFeed, ReadsDeclaredEntitiesButNoBombs) {
  const Feed feed = read(
      "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
      "<rss><channel><title>&a;</title><description>&b;</description></channel></rss>");

  EXPECT_EQ(feed.title, "aaaaaaaaaa");
  EXPECT_LT(feed.description.size(), 100u);
}

TEST(ParseFeed, AnyDepthIsRead) {
  std::string deep;
  for (int i = 0; i < 60'000; ++i) deep += "<div>";
  const Entry entry = rss_item("<description>" + deep + "fond</description>");

  EXPECT_NE(entry.summary.find("fond"), std::string::npos);
}

TEST(ParseFeed, NestedChannelsDoNotExhaustTheStack) {
  std::string nested;
  for (int i = 0; i < 100'000; ++i) nested += "<channel>";

  EXPECT_EQ(read("<rss>" + nested).format, Format::Rss);
}

TEST(ParseFeed, ListsAreBounded) {
  std::string tags;
  for (int i = 0; i < 2'000; ++i) tags += "<category>" + std::to_string(i) + "</category>";

  EXPECT_THAT(rss_item(tags).categories, SizeIs(500));
}

TEST(ParseFeed, SaysWhyItIsNoFeed) {
  for (const char* text : {"", "   ", "bonjour", "<plist/>", "{\"a\":1}", "[1,", "\xEF\xBB\xBF"}) {
    const Feed feed = read(text);

    EXPECT_FALSE(feed.error.empty()) << text;
    EXPECT_THAT(feed.entries, IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace kiosque::feed
