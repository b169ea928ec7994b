#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/loopback_server.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

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

}  // namespace
}  // namespace kiosque::test
