#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <functional>

#include "tests/support/crawl_world.h"
#include "tests/support/loopback_server.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

TEST(CrawlCommand, IndexesWhatAFeedNamesAndRebuildsItFromTheArchive) {
  LoopbackServer server([](const ServerRequest& request) {
    if (request.path == "/rss") {
      return ServerReply{.body =
                             "<rss version=\"2.0\"><channel><title>J</title><item><title>Le pont"
                             "</title><link>http://journal.example/pont</link></item>"
                             "</channel></rss>"};
    }
    if (request.path == "/robots.txt") return ServerReply{.status = 404};
    return ServerReply{.body =
                           "<!DOCTYPE html><html><head><title>Le pont</title></head><body>"
                           "<article><h1>Le pont</h1><p>Le nouveau pont a ouvert ce matin aux "
                           "premiers passants, apr\xC3\xA8s deux ans de travaux.</p></article>"
                           "</body></html>",
                       .headers = {"Content-Type: text/html; charset=utf-8"}};
  });
  const TempDir dir;
  const std::string index = (dir / "index").string();
  const std::string again = (dir / "again").string();
  ASSERT_EQ(
      run_indexer({"feeds", "add", "--index", index, "http://journal.example/rss", "--offline"})
          .status,
      0);

  const RunResult plan = run_indexer({"crawl", "--index", index, "--dry-run"});
  const RunResult crawl = run_indexer(
      {"crawl", "--index", index, "--delay", "0", "--once", "--connect-to", server.address()});
  const RunResult status = run_indexer({"status", "--index", index});
  const RunResult rebuilt =
      run_indexer({"rebuild", "--index", index, "--into", again, "--from-archive"});

  EXPECT_THAT(plan.out, HasSubstr("1 feeds and 0 pages are due"));
  EXPECT_EQ(crawl.status, 0) << crawl.err;
  EXPECT_THAT(crawl.out, HasSubstr("articles: 1 new"));
  EXPECT_THAT(status.out, HasSubstr("1 pages kept"));
  EXPECT_EQ(rebuilt.status, 0) << rebuilt.err;
  const RunResult old_export = run_indexer({"export", "--index", index});
  EXPECT_THAT(old_export.out, HasSubstr("nouveau pont"));
  EXPECT_EQ(run_indexer({"export", "--index", again}).out, old_export.out);
}

/// A site of twenty articles; `on_page` is told of each page asked for.
LoopbackServer::Handler site_of_twenty(std::function<void(const std::string&)> on_page = {}) {
  return [on_page = std::move(on_page)](const ServerRequest& request) -> ServerReply {
    if (request.path == "/robots.txt") return {.status = 404};
    if (request.path == "/rss") {
      std::vector<std::string> links;
      for (int i = 0; i < 20; ++i) links.push_back("http://a.example/" + std::to_string(i));
      return {.body = rss(links)};
    }
    if (on_page) on_page(request.path);
    std::string text = "Article " + request.path + ':';
    for (int word = 0; word < 3000; ++word) text += fmt::format(" mot{}x{}", word, request.path[1]);
    return page(text);
  };
}

/// `indexer crawl` below a shell that runs `before` first.
RunResult crawl_in_shell(const std::string& before, const std::string& index,
                         const LoopbackServer& server) {
  return run_program({"/bin/sh", "-c", before + "; exec \"$0\" \"$@\"", program_path("indexer"),
                      "crawl", "--index", index, "--delay", "0", "--once", "--connect-to",
                      server.address()});
}

void subscribe(const std::string& index) {
  ASSERT_EQ(
      run_indexer({"feeds", "add", "--index", index, "http://a.example/rss", "--offline"}).status,
      0);
}

std::size_t articles_in(const std::string& index) {
  const std::string lines = run_indexer({"export", "--index", index}).out;
  return static_cast<std::size_t>(std::ranges::count(lines, '\n'));
}

class CrawlSignal : public testing::TestWithParam<int> {};

TEST_P(CrawlSignal, FinishesWhatIsUnderWayAndTheNextRunTheRest) {
  const TempDir dir;
  const std::string index = dir / "index";
  const std::string pid_file = dir / "pid";
  LoopbackServer server(site_of_twenty([&](const std::string& path) {
    if (path == "/5") ::kill(std::stoi(read_bytes(pid_file)), GetParam());
  }));
  subscribe(index);

  const RunResult told = crawl_in_shell("echo $$ > " + pid_file, index, server);
  const std::size_t kept = articles_in(index);
  const RunResult next = crawl_in_shell("true", index, server);

  EXPECT_EQ(told.status, 3) << told.err;
  EXPECT_THAT(told.out, HasSubstr("left early: it was told to stop"));
  EXPECT_THAT(told.err, HasSubstr("stopped_by=signal"));
  EXPECT_GE(kept, 6u);
  EXPECT_LT(kept, 20u);
  EXPECT_EQ(next.status, 0) << next.err;
  EXPECT_EQ(articles_in(index), 20u);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(server.hits_on("/" + std::to_string(i)), 1u) << i;
}

INSTANTIATE_TEST_SUITE_P(Both, CrawlSignal, testing::Values(SIGTERM, SIGINT));

TEST(CrawlCommand, AFullDiskLosesNothing) {
  LoopbackServer server(site_of_twenty());
  const TempDir dir;
  const std::string index = dir / "index";
  subscribe(index);

  // No file may pass half a megabyte (1024 blocks): those of the index are the first to meet it.
  const RunResult full = crawl_in_shell("trap '' XFSZ; ulimit -f 1024", index, server);
  const RunResult next = crawl_in_shell("true", index, server);

  EXPECT_EQ(full.status, 2) << full.out;
  EXPECT_THAT(full.err, HasSubstr("space"));
  EXPECT_EQ(next.status, 0) << next.err;
  EXPECT_EQ(articles_in(index), 20u);
  EXPECT_EQ(run_indexer({"check", "--index", index}).status, 0);
}

TEST(CrawlCommand, TellsItsLogAsKeysAndValues) {
  LoopbackServer server([](const ServerRequest&) { return ServerReply{.status = 500}; });
  const TempDir dir;
  const std::string index = dir / "index";
  subscribe(index);

  const RunResult result = crawl_in_shell("true", index, server);

  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, ContainsRegex("time=[-0-9T:Z]+ event=start\n"));
  EXPECT_THAT(result.err,
              HasSubstr("event=failed url=\"http://a.example/rss\" cause=\"answers HTTP 500\""));
  EXPECT_THAT(result.err, HasSubstr("event=end feeds=0 feeds_failed=1"));
  EXPECT_THAT(run_indexer({"status", "--index", index}).out,
              HasSubstr("1 feed, 1 failing:\n  http://a.example/rss  answers HTTP 500, since"));
}

TEST(CrawlCommand, SaysWhenNothingWasDue) {
  LoopbackServer server(site_of_twenty());
  const TempDir dir;
  const std::string index = dir / "index";
  subscribe(index);
  (void)crawl_in_shell("true", index, server);
  server.forget_hits();

  const RunResult again = crawl_in_shell("true", index, server);

  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.out, HasSubstr("nothing was due"));
  EXPECT_TRUE(server.hits().empty());
}

TEST(CrawlCommand, SaysHowToSubscribe) {
  const TempDir dir;

  const RunResult crawl = run_indexer({"crawl", "--index", dir / "index"});

  EXPECT_EQ(crawl.status, 2);
  EXPECT_THAT(crawl.err, HasSubstr("has no subscriptions"));
  EXPECT_THAT(crawl.err, HasSubstr("feeds add"));
  EXPECT_FALSE(std::filesystem::exists(dir / "index"));
}

}  // namespace
}  // namespace kiosque::test
