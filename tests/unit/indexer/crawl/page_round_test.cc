// Whole crawls: what becomes of the pages that feeds name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "indexer/archive/archive.h"
#include "tests/support/crawl_world.h"

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using test::CrawlWorld;
using test::page;
using test::redirect;
using test::rss;
using test::ServerReply;
using test::ServerRequest;
using test::site;
using testing::HasSubstr;

using test::kFeed;
constexpr const char* kPage = "http://a.example/pont";

std::vector<archive::Page> archived(const CrawlWorld& world) {
  std::vector<archive::Page> pages;
  for (const auto& file : std::filesystem::directory_iterator(world.dir / "archive")) {
    archive::Reader reader = archive::Reader::open(file.path()).value();
    while (auto found = reader.next()) pages.push_back(std::move(*found));
  }
  return pages;
}

TEST(CrawlPages, RevisitsConditionally) {
  CrawlWorld world(site({kPage}, [](const ServerRequest& request) -> ServerReply {
    if (request.header("if-none-match") == "\"p\"") return {.status = 304};
    ServerReply reply = page("Le pont.");
    reply.headers.push_back("ETag: \"p\"");
    return reply;
  }));
  world.subscribe(kFeed);
  world.crawl();
  world.setup.revisit = days(3);

  const RunReport second = world.crawl_after(days(1));

  EXPECT_EQ(second.pages_unchanged, 1u);
  EXPECT_EQ(world.server.hits_on("/pont"), 1u);
}

TEST(CrawlPages, APageThatComesBackWithTheSameBytesIsNotKeptTwice) {
  CrawlWorld world(site({kPage}, [](const ServerRequest&) { return page("Le pont."); }));
  world.subscribe(kFeed);
  world.crawl();
  world.setup.revisit = days(3);

  const RunReport second = world.crawl_after(days(1));

  EXPECT_EQ(second.pages_unchanged, 1u);
  EXPECT_EQ(archived(world).size(), 1u);
}

TEST(CrawlPages, KeepsTheVersionThatACorrectionReplaces) {
  std::string text = "Le pont a co\xC3\xBBt\xC3\xA9 deux millions.";
  CrawlWorld world(site({kPage}, [&](const ServerRequest&) { return page(text); }));
  world.subscribe(kFeed);
  world.crawl();
  text = "Le pont a co\xC3\xBBt\xC3\xA9 trois millions.";
  world.setup.revisit = days(3);

  const RunReport second = world.crawl_after(days(1));

  EXPECT_EQ(second.articles_changed, 1u);
  EXPECT_THAT(world.text_of(kPage), HasSubstr("trois"));
  EXPECT_THAT(world.memory().pages.versions(kPage).value().at(0).record, HasSubstr("deux"));
}

TEST(CrawlPages, WhatIsForgottenStaysAwayHoweverItComesBack) {
  std::string entry = "un";
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") return {.body = rss({kPage, "http://b.example/compteur"}, entry)};
    if (request.path == "/compteur") return redirect(302, kPage);
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : page("Le pont.");
  });
  ASSERT_TRUE(world.memory().pages.put_tombstone(kPage, PageStatus::Forgotten));
  world.subscribe(kFeed);

  world.crawl();
  entry = "deux";
  world.crawl_after(days(1));

  EXPECT_EQ(world.text_of(kPage), "");
}

TEST(CrawlPages, TheSamePageUnderTwoAddressesIsOneArticle) {
  CrawlWorld world([](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") return {.body = rss({"http://a.example/pont?utm_source=rss"})};
    if (request.path == "/atom") return {.body = rss({"http://a.example/pont#haut"})};
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : page("Le pont.");
  });
  world.subscribe(kFeed);
  world.subscribe("http://a.example/atom");

  const RunReport report = world.crawl();

  EXPECT_EQ(report.pages_fetched, 1u);
  EXPECT_EQ(report.articles_new, 1u);
}

TEST(CrawlPages, GoesPastTheCounterOfAFeed) {
  CrawlWorld world([](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") {
      return {.body =
                  "<rss version=\"2.0\"><channel><item><title>T</title>"
                  "<link>http://compteur.example/1</link>"
                  "<feedburner:origLink>http://a.example/pont</feedburner:origLink>"
                  "</item></channel></rss>"};
    }
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : page("Le pont.");
  });
  world.subscribe(kFeed);

  world.crawl();

  EXPECT_THAT(world.text_of(kPage), HasSubstr("Le pont."));
  EXPECT_EQ(world.server.hits_on("/1"), 0u);
}

TEST(CrawlPages, TheArchiveKnowsWhatAPageWasTakenFor) {
  CrawlWorld world(site({kPage}, [](const ServerRequest& request) {
    return request.path == "/pont" ? redirect(302, "/") : page("Le pont.");
  }));
  world.subscribe(kFeed);

  world.crawl();

  ASSERT_THAT(world.text_of(kPage), HasSubstr("Le pont."));
  EXPECT_EQ(archived(world).at(0).url, "http://a.example/");
  EXPECT_EQ(archived(world).at(0).article_url, kPage);
}

TEST(CrawlPages, TheEntryStandsInForAPageThatCannotBeHad) {
  CrawlWorld world([](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") return {.body = rss({kPage}, "Le pont ouvre demain matin.")};
    return {.status = 404};
  });
  world.subscribe(kFeed);

  const RunReport report = world.crawl();

  EXPECT_EQ(report.failures.at("http-404"), 1u);
  EXPECT_EQ(report.articles_new, 1u);
}

TEST(CrawlPages, AnEntryWithoutALinkIsAnArticleOfItsOwn) {
  std::string text = "La halle ouvre \xC3\xA0 huit heures.";
  CrawlWorld world([&](const ServerRequest&) -> ServerReply {
    std::string items;
    for (int i = 0; i < 30; ++i) {
      items += "<item><guid isPermaLink=\"false\">breve-" + std::to_string(i) +
               "</guid><title>Br\xC3\xA8ve</title><description>" + text + "</description></item>";
    }
    return {.body = "<rss version=\"2.0\"><channel><title>J</title>" + items + "</channel></rss>"};
  });
  world.subscribe(kFeed);

  const RunReport first = world.crawl();
  text = "La halle ouvre \xC3\xA0 neuf heures.";
  const RunReport second = world.crawl_after(days(1));

  EXPECT_EQ(first.articles_new, 30u);
  EXPECT_TRUE(first.failures.empty());
  EXPECT_EQ(second.articles_changed, 30u);
  EXPECT_EQ(second.articles_new, 0u);
  EXPECT_EQ(world.server.hits().size(), 1u);
}

TEST(CrawlPages, NothingOfARobotsFileIsFetched) {
  CrawlWorld world([](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") return {.body = rss({kPage, "http://a.example/prive/1"})};
    if (request.path == "/robots.txt") return {.body = "User-agent: *\nDisallow: /prive\n"};
    return page("Le pont.");
  });
  world.subscribe(kFeed);

  const RunReport report = world.crawl();

  EXPECT_EQ(report.articles_new, 1u);
  EXPECT_EQ(report.failures.at("robots"), 1u);
  EXPECT_EQ(world.server.hits_on("/prive/1"), 0u);
}

TEST(CrawlPages, ASitemapIndexIsReadToItsPages) {
  CrawlWorld world([](const ServerRequest& request) -> ServerReply {
    if (request.path == "/index.xml") {
      return {.body =
                  "<sitemapindex><sitemap><loc>http://a.example/news.xml</loc></sitemap>"
                  "</sitemapindex>"};
    }
    if (request.path == "/news.xml") {
      return {.body = "<urlset><url><loc>http://a.example/pont</loc></url></urlset>"};
    }
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : page("Le pont.");
  });
  world.subscribe("http://a.example/index.xml");

  EXPECT_EQ(world.crawl().articles_new, 1u);
}

}  // namespace
}  // namespace kiosque::crawl
