// Whole crawls against servers that answer as feeds' servers do, well or badly, counting the hits.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/packed/packed.h"
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
using testing::ElementsAre;
using testing::HasSubstr;

using test::kFeed;

TEST(CrawlFeeds, SendsValidatorsBackByteForByte) {
  std::string if_none_match;
  std::string if_modified_since;
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    if_none_match = request.header("if-none-match");
    if_modified_since = request.header("if-modified-since");
    if (!if_none_match.empty()) return {.status = 304};
    return {.body = rss({}),
            .headers = {"ETag: W/\"a-gzip\"", "Last-Modified: Mon, 3 Jun 2024 1:00:00 +0000"}};
  });
  world.subscribe(kFeed);
  world.crawl();
  EXPECT_EQ(if_none_match, "");

  const RunReport second = world.crawl_after(days(1));

  EXPECT_EQ(if_none_match, "W/\"a-gzip\"");
  EXPECT_EQ(if_modified_since, "Mon, 3 Jun 2024 1:00:00 +0000");
  EXPECT_EQ(second.feeds_unchanged, 1u);
  EXPECT_EQ(world.server.hits().size(), 1u);
}

TEST(CrawlFeeds, AFeedWhoseETagChangesButNotItsBytesIsUnchanged) {
  int visit = 0;
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    if (request.path != "/rss") return page("Le pont est ouvert.");
    return {.body = rss({"http://a.example/pont"}),
            .headers = {"ETag: \"" + std::to_string(visit++) + "\""}};
  });
  world.subscribe(kFeed);
  world.crawl();

  const RunReport second = world.crawl_after(days(1));

  EXPECT_EQ(second.feeds_unchanged, 1u);
  EXPECT_EQ(world.server.hits().size(), 1u);
  EXPECT_EQ(world.feed(kFeed).etag, "\"1\"");
}

TEST(CrawlFeeds, AnAnswerWithoutAValidatorEndsIt) {
  int visit = 0;
  CrawlWorld world([&](const ServerRequest&) -> ServerReply {
    if (visit++ == 0) return {.body = rss({}), .headers = {"ETag: \"a\"", "Last-Modified: x"}};
    return {.body = rss({}, "autre"), .headers = {"ETag: \"b\""}};
  });
  world.subscribe(kFeed);
  world.crawl();
  world.crawl_after(days(1));

  EXPECT_EQ(world.feed(kFeed).etag, "\"b\"");
  EXPECT_EQ(world.feed(kFeed).last_modified, "");
}

TEST(CrawlFeeds, AnErrorPageLeavesNoValidator) {
  CrawlWorld world([](const ServerRequest&) -> ServerReply {
    return {.body = "<!DOCTYPE html><html><head><title>Maintenance</title></head></html>",
            .headers = {"ETag: \"panne\""}};
  });
  world.subscribe(kFeed);

  const RunReport report = world.crawl();

  EXPECT_EQ(report.failures.at("no-feed"), 1u);
  EXPECT_EQ(world.feed(kFeed).etag, "");
}

TEST(CrawlFeeds, ValidatorsGoOnlyToTheAddressTheyCameFrom) {
  std::string target = "/b";
  std::map<std::string, std::string> sent;
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    sent[request.path] = request.header("if-none-match");
    if (request.path == "/rss") return redirect(302, target);
    return {.body = rss({}, request.path), .headers = {"ETag: \"" + request.path + "\""}};
  });
  world.subscribe(kFeed);
  world.crawl();
  world.crawl_after(days(1));
  EXPECT_THAT(sent, ElementsAre(std::pair("/b", "\"/b\""), std::pair("/rss", "")));

  target = "/c";
  world.crawl_after(days(1));

  EXPECT_EQ(sent["/c"], "");
}

TEST(CrawlFeeds, MovesAfterDaysOfPermanentRedirectsAndKeepsItsArticles) {
  std::string text = "Le pont est ouvert.";
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") return redirect(301, "/moved");
    if (request.path == "/moved") return redirect(308, "http://b.example/feed");
    if (request.path == "/feed") return {.body = rss({"http://a.example/pont"}, text)};
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : page(text);
  });
  world.subscribe(kFeed);

  for (int day = 0; day < 3; ++day) EXPECT_TRUE(world.crawl_after(days(1)).moved_feeds.empty());
  EXPECT_EQ(world.feed(kFeed).redirect.count, 3);
  const RunReport fourth = world.crawl_after(days(1));

  ASSERT_EQ(fourth.moved_feeds.size(), 1u);
  EXPECT_EQ(fourth.moved_feeds[0].to, "http://b.example/feed");
  text = "Le pont est encore ouvert.";
  const RunReport fifth = world.crawl_after(days(1));
  EXPECT_EQ(world.server.hits_on("/rss"), 0u);
  EXPECT_EQ(fifth.articles_changed, 1u);
  EXPECT_EQ(fifth.articles_new, 0u);
}

TEST(CrawlFeeds, ATemporaryRedirectMovesNothing) {
  CrawlWorld world([](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") return redirect(307, "/feed");
    return {.body = rss({})};
  });
  world.subscribe(kFeed);

  for (int day = 0; day < 6; ++day) world.crawl_after(days(1));

  EXPECT_EQ(world.feed(kFeed).redirect.count, 0);
}

TEST(CrawlFeeds, APermanentRedirectToALoginPageChangesNothing) {
  CrawlWorld world([](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") return redirect(301, "/login");
    return {.body = "<!DOCTYPE html><html><body><form>Connexion</form></body></html>"};
  });
  world.subscribe(kFeed);

  for (int day = 0; day < 6; ++day) {
    EXPECT_THAT(world.crawl_after(days(1)).failing_feeds.at(0).error, HasSubstr("is no feed"));
  }

  EXPECT_EQ(world.feed(kFeed).failures, 6);
}

TEST(CrawlFeeds, AGoneFeedIsAskedAgainOnlyWhenTheUserSaysSo) {
  CrawlWorld world([](const ServerRequest&) { return ServerReply{.status = 410}; });
  world.subscribe(kFeed);

  const RunReport first = world.crawl();
  const RunReport later = world.crawl_after(days(60));

  EXPECT_TRUE(first.is_partial());
  EXPECT_THAT(first.failing_feeds.at(0).error, HasSubstr("gone"));
  EXPECT_FALSE(later.is_partial());
  EXPECT_TRUE(world.server.hits().empty());
  world.subscribe(kFeed);
  world.crawl_after(1h);
  EXPECT_EQ(world.server.hits_on("/rss"), 1u);
}

struct Fault {
  std::string name;
  ServerReply reply;
  std::string cause;
};

class CrawlFault : public testing::TestWithParam<Fault> {};

TEST_P(CrawlFault, CostsOneRequestANightAndStopsNobodyElse) {
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    if (request.host == "bad.example") return GetParam().reply;
    if (request.path == "/rss") return {.body = rss({"http://a.example/pont"})};
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : page("Le pont.");
  });
  world.subscribe("http://bad.example/rss");
  world.subscribe(kFeed);

  const RunReport report = world.crawl();

  EXPECT_THAT(report.failures, ElementsAre(std::pair(GetParam().cause, 1u)));
  EXPECT_TRUE(report.is_partial());
  EXPECT_EQ(report.articles_new, 1u);
  const auto hits = world.server.hits();
  EXPECT_EQ(std::ranges::count(hits, "bad.example", &test::Hit::host), 1);
  EXPECT_EQ(world.server.hits_on("/secret"), 0u);
  world.crawl_after(59min);
  EXPECT_EQ(world.server.hits().size(), 0u);
}

INSTANTIATE_TEST_SUITE_P(
    Faults, CrawlFault,
    testing::Values(
        Fault{
            "SlowLoris", {.body = std::string(1000, 'x'), .pause_between_bytes = 50ms}, "timeout"},
        Fault{"EndlessBody", {.body = std::string(100'000, 'x'), .endless = true}, "too-large"},
        Fault{"GzipBomb",
              {.body = packed::gzip(std::string(20u << 20, ' ')),
               .headers = {"Content-Encoding: gzip"}},
              "too-large"},
        Fault{"WrongLength", {.body = rss({}), .claimed_length = 100'000}, "network"},
        Fault{"Reset", {.body = rss({}), .reset = true}, "network"},
        Fault{"DamagedGzip", {.body = "no gzip", .headers = {"Content-Encoding: gzip"}}, "network"},
        Fault{"HtmlInsteadOfXml", page("Une page."), "no-feed"},
        Fault{"Empty", {.body = ""}, "no-feed"},
        Fault{"Opml", {.body = "<opml version=\"2.0\"><body/></opml>"}, "no-feed"},
        Fault{"ToFile", redirect(302, "file:///etc/passwd"), "redirect"},
        Fault{"ToLoopback", redirect(302, "http://127.0.0.1/secret"), "private-address"},
        Fault{"ToMappedLoopback", redirect(302, "http://[::ffff:127.0.0.1]/secret"),
              "private-address"},
        Fault{"ToItself", redirect(301, "/rss"), "redirect"},
        Fault{"RedirectToNowhere", {.status = 302}, "redirect"},
        Fault{"NotFound", {.status = 404}, "http-404"},
        Fault{"ServerError", {.status = 500}, "http-500"}),
    [](const auto& fault) { return fault.param.name; });

TEST(CrawlFeeds, NamesTheFeedThatAPageOffers) {
  CrawlWorld world([](const ServerRequest&) -> ServerReply {
    return {.body = "<html><head><link rel=alternate type=application/rss+xml href=/f></head>"};
  });
  world.subscribe(kFeed);

  EXPECT_THAT(world.crawl().failing_feeds.at(0).error, HasSubstr("http://a.example/f"));
}

TEST(CrawlFeeds, TellsAChallengePage) {
  CrawlWorld world([](const ServerRequest&) -> ServerReply {
    return {.status = 403, .body = "<html><head><title>Just a moment...</title></head></html>"};
  });
  world.subscribe(kFeed);

  EXPECT_THAT(world.crawl().failing_feeds.at(0).error, HasSubstr("blocks programs"));
}

TEST(CrawlFeeds, AnEmptyFeedDeletesNothing) {
  std::vector<std::string> links{"http://a.example/pont"};
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") return {.body = rss(links)};
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : page("Le pont.");
  });
  world.subscribe(kFeed);
  world.crawl();
  links.clear();

  const RunReport second = world.crawl_after(days(1));

  EXPECT_EQ(second.feeds_checked, 1u);
  EXPECT_THAT(world.text_of("http://a.example/pont"), HasSubstr("Le pont."));
}

TEST(CrawlFeeds, AFeedIsSilentAfterThirtyDaysWithoutAnythingNew) {
  CrawlWorld world([](const ServerRequest&) -> ServerReply { return {.body = rss({})}; });
  world.subscribe(kFeed);

  EXPECT_TRUE(world.crawl().silent_feeds.empty()) << "nobody knows yet";
  EXPECT_TRUE(world.crawl_after(days(29)).silent_feeds.empty());
  EXPECT_THAT(world.crawl_after(days(2)).silent_feeds, ElementsAre(kFeed));
}

TEST(CrawlFeeds, AFeedWhoseEntriesAnotherBringsFirstIsNotSilent) {
  std::string item;
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    if (request.path == "/robots.txt") return {.status = 404};
    if (request.path == "/pont") return page("Le pont.");
    return {.body = "<rss version=\"2.0\"><channel><title>J</title>" + item + "</channel></rss>"};
  });
  world.subscribe(kFeed);
  world.subscribe("http://a.example/politique");
  world.crawl();
  item =
      "<item><link>http://a.example/pont</link>"
      "<pubDate>Fri, 28 Jun 2024 08:00:00 GMT</pubDate></item>";
  world.crawl_after(days(25));

  EXPECT_TRUE(world.crawl_after(days(20)).silent_feeds.empty());
}

TEST(CrawlFeeds, HeedsAFeedsOwnSettings) {
  std::vector<std::string> names;
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    if (request.path != "/robots.txt") names.push_back(request.header("user-agent"));
    if (request.path == "/rss") return {.body = rss({"http://a.example/pont"})};
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : page("Le pont.");
  });
  FeedRow feed;
  feed.url = kFeed;
  feed.settings = {.every = days(7), .user_agent = "Lecteur/1"};
  world.subscribe(feed);

  world.crawl();
  const RunReport early = world.crawl_after(days(6));
  const RunReport due = world.crawl_after(days(1));

  EXPECT_THAT(names, ElementsAre("Lecteur/1", "Lecteur/1", "Lecteur/1"));
  EXPECT_EQ(early.feeds_checked, 0u);
  EXPECT_EQ(due.feeds_checked, 1u);
}

}  // namespace
}  // namespace kiosque::crawl
