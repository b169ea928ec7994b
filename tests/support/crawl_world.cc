#include "tests/support/crawl_world.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>

#include "common/index/index.h"
#include "indexer/write/stored_article.h"

namespace kiosque::test {

CrawlWorld::CrawlWorld(LoopbackServer::Handler handler) : server(std::move(handler)) {
  setup.directory = dir.path();
  setup.curl.user_agent = "kiosque-test";
  setup.curl.connect_to = server.address();
  setup.curl.low_speed_time = std::chrono::seconds(1);
  setup.fetcher.host_delay = std::chrono::milliseconds(0);
  setup.crawl.waiting = crawl::Waiting::Never;
}

void CrawlWorld::subscribe(crawl::FeedRow feed) { ASSERT_TRUE(memory().feeds.add(feed)); }

void CrawlWorld::subscribe(const std::string& url) {
  crawl::FeedRow feed;
  feed.url = url;
  subscribe(std::move(feed));
}

crawl::RunReport CrawlWorld::crawl() {
  const auto report = crawl::run(setup, clock, stop);
  EXPECT_TRUE(report) << (report ? "" : report.error().message);
  return report ? *report : crawl::RunReport{};
}

crawl::RunReport CrawlWorld::crawl_after(std::chrono::seconds time) {
  clock.advance(time);
  server.forget_hits();
  return crawl();
}

crawl::FeedRow CrawlWorld::feed(const std::string& url) {
  const auto feeds = memory().feeds.all().value();
  for (const crawl::FeedRow& row : feeds) {
    if (row.url == url) return row;
  }
  ADD_FAILURE() << url << " is not subscribed";
  return {};
}

crawl::Memory CrawlWorld::memory() const { return crawl::Memory::open(dir.path()).value(); }

std::string CrawlWorld::text_of(const std::string& url) const {
  index::Reader reader = index::Reader::open(std::array{dir.path()}).value();
  const auto article = write::find_article(reader, url).value();
  return article ? index::body_text(*article) : "";
}

std::string rss(const std::vector<std::string>& links, const std::string& text) {
  std::string items;
  for (const std::string& link : links) {
    items += "<item><title>Titre</title><link>" + link + "</link><description>" + text +
             "</description></item>";
  }
  return "<rss version=\"2.0\"><channel><title>Journal</title>" + items + "</channel></rss>";
}

ServerReply page(const std::string& text) {
  return {.body =
              "<!DOCTYPE html><html><head><title>Titre</title></head><body><article><h1>Titre"
              "</h1><p>" +
              text +
              "</p><p>Un second paragraphe, assez long pour que la page ait un vrai texte de "
              "journal.</p></article></body></html>",
          .headers = {"Content-Type: text/html; charset=utf-8"}};
}

LoopbackServer::Handler site(std::vector<std::string> links, LoopbackServer::Handler answer) {
  return [links = std::move(links), answer = std::move(answer)](const ServerRequest& request) {
    if (request.path == "/rss") return ServerReply{.body = rss(links)};
    return request.path == "/robots.txt" ? ServerReply{.status = 404} : answer(request);
  };
}

ServerReply redirect(int status, const std::string& location) {
  return {.status = status, .headers = {"Location: " + location}};
}

}  // namespace kiosque::test
