#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "common/base/files.h"
#include "indexer/crawl/memory.h"
#include "tests/support/loopback_server.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using testing::HasSubstr;

constexpr const char* kRss =
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Le Quotidien</title>"
    "<link>http://journal.example/</link></channel></rss>";

class Feeds : public testing::Test {
 protected:
  RunResult feeds(std::vector<std::string> arguments, const char* action) {
    std::vector<std::string> all{"feeds", action, "--index", dir_.path().string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run_indexer(all);
  }

  TempDir dir_;
};

TEST_F(Feeds, ImportAndExportRoundTrip) {
  const auto opml =
      dir_.write("liste.opml",
                 "<opml version=\"2.0\"><body><outline text=\"Presse &amp; radio\">"
                 "<outline text=\"L'été\" xmlUrl=\"https://a.example/rss?a=1&amp;b\"/>"
                 "</outline></body></opml>");

  const RunResult imported = feeds({opml.string()}, "import");
  const RunResult exported = feeds({}, "export");
  const auto again = dir_.write("encore.opml", exported.out);
  const RunResult second = feeds({again.string()}, "import");

  EXPECT_EQ(imported.status, 0) << imported.err;
  EXPECT_THAT(exported.out, HasSubstr("xmlUrl=\"https://a.example/rss?a=1&amp;b\""));
  EXPECT_THAT(exported.out, HasSubstr("<outline text=\"Presse &amp; radio\">"));
  EXPECT_THAT(second.out, HasSubstr("0 added, 1 known"));
}

TEST_F(Feeds, SettingsGoThroughOpml) {
  (void)feeds({"https://a.example/rss", "--offline", "--every", "36h", "--private", "--user-agent",
               "L'été <1>", "--any-certificate", "--folder", "Presse"},
              "add");
  (void)feeds({"https://b.example/rss", "--offline"}, "add");
  const std::string before = feeds({"--json"}, "list").out;
  const auto opml = dir_.write("liste.opml", feeds({}, "export").out);
  (void)feeds({"https://a.example/rss", "https://b.example/rss"}, "remove");

  const RunResult imported = feeds({opml.string(), "--trusted"}, "import");

  EXPECT_EQ(imported.status, 0) << imported.err;
  EXPECT_EQ(imported.err, "");
  EXPECT_EQ(feeds({"--json"}, "list").out, before);
}

TEST_F(Feeds, AStrangersOpmlDoesNotLowerTheGuard) {
  const auto opml = dir_.write(
      "liste.opml",
      "<opml version=\"2.0\" xmlns:k=\"urn:x-kiosque:feed-wishes\" xmlns:x=\"urn:x-other\"><body>"
      "<outline text=\"A\" xmlUrl=\"https://a.example/rss\" k:private=\"true\" k:every=\"2d\" "
      "k:any-certificate=\"true\" k:unknown=\"1\" x:user-agent=\"X/1\" k:user-agent=\"\"/>"
      "</body></opml>");

  const RunResult imported = feeds({opml.string()}, "import");
  const auto shown = nlohmann::json::parse(feeds({"--json"}, "list").out);

  EXPECT_EQ(imported.status, 0);
  EXPECT_THAT(imported.err, HasSubstr("1 feed is said to be private"));
  EXPECT_THAT(imported.err, HasSubstr("--trusted"));
  EXPECT_EQ(shown["private"], false);
  EXPECT_EQ(shown["any_certificate"], false);
  EXPECT_EQ(shown["every_minutes"], 2 * 24 * 60);
  EXPECT_EQ(shown["user_agent"], "");
}

TEST_F(Feeds, ASitesAddressFindsItsFeed) {
  LoopbackServer server([](const ServerRequest& request) {
    if (request.path == "/rss") return ServerReply{.body = kRss};
    return ServerReply{.body =
                           "<html><head><link rel=alternate type=application/rss+xml "
                           "href=/rss></head></html>"};
  });

  const RunResult added =
      feeds({"http://journal.example/", "--connect-to", server.address(), "--delay", "0"}, "add");
  const RunResult list = feeds({}, "list");

  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(list.out, HasSubstr("http://journal.example/rss  Le Quotidien"));
}

TEST_F(Feeds, AddSaysWhatIsWrong) {
  LoopbackServer server([](const ServerRequest&) { return ServerReply{.status = 404}; });

  const RunResult missing =
      feeds({"http://journal.example/rss", "--connect-to", server.address()}, "add");
  const RunResult inside = feeds({server.url("/rss")}, "add");

  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("HTTP 404"));
  EXPECT_EQ(inside.status, 2);
  EXPECT_THAT(inside.err, HasSubstr("--private"));
}

TEST_F(Feeds, AddingAgainChangesSettingsAndRetries) {
  (void)feeds({"https://a.example/rss", "--offline"}, "add");

  const RunResult again = feeds({"https://a.example/rss", "--offline", "--every", "7d", "--private",
                                 "--user-agent", "Lecteur/1", "--any-certificate"},
                                "add");
  const auto shown = nlohmann::json::parse(feeds({"--json"}, "list").out);

  EXPECT_EQ(again.out, "known https://a.example/rss\n");
  EXPECT_EQ(shown["every_minutes"], 7 * 24 * 60);
  EXPECT_EQ(shown["user_agent"], "Lecteur/1");
  EXPECT_EQ(shown["private"], true);
  EXPECT_EQ(shown["any_certificate"], true);
  EXPECT_EQ(feeds({}, "retry").out, "the next crawl asks 0 failing feeds\n");
}

TEST_F(Feeds, CheckTellsHowEachIs) {
  LoopbackServer server([](const ServerRequest& request) {
    if (request.host == "b.example") return ServerReply{.status = 404};
    return ServerReply{.body = kRss};
  });
  (void)feeds({"http://a.example/rss", "http://b.example/rss", "--offline"}, "add");

  const RunResult checked = feeds({"--connect-to", server.address(), "--delay", "0"}, "check");

  EXPECT_EQ(checked.status, 3);
  EXPECT_EQ(checked.out,
            "http://a.example/rss  ok, 0 entries\nhttp://b.example/rss  answers HTTP 404\n");
}

TEST_F(Feeds, WithoutASchemeHttpIsTriedToo) {
  LoopbackServer server([](const ServerRequest&) { return ServerReply{.body = kRss}; });

  const RunResult added = feeds({server.address() + "/rss", "--private", "--delay", "0"}, "add");

  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(added.out, HasSubstr("added http://127.0.0.1"));
}

TEST_F(Feeds, RemoveEndsASubscription) {
  (void)feeds({"https://a.example/rss", "--offline"}, "add");

  EXPECT_EQ(feeds({"https://a.example/rss"}, "remove").status, 0);
  EXPECT_EQ(feeds({"https://a.example/rss"}, "remove").status, 2);
  EXPECT_EQ(feeds({}, "list").out, "");
}

TEST_F(Feeds, StatusWorksBeforeTheFirstCrawl) {
  (void)feeds({"https://a.example/rss", "--offline"}, "add");

  const RunResult status = run_indexer({"status", "--index", dir_.path().string()});

  EXPECT_EQ(status.status, 0) << status.err;
  EXPECT_THAT(status.out, HasSubstr("1 feed\n"));
}

TEST_F(Feeds, StatusTellsARunningCrawlFromOneThatWasCutOff) {
  const auto began = crawl::Moment(std::chrono::hours(24 * 365 * 50));
  ASSERT_TRUE(crawl::Memory::open(dir_.path()).value().runs.begin(began));
  const auto status = [&] { return run_indexer({"status", "--index", dir_.path()}).out; };

  const std::string dead = status();
  const auto lock = FileLock::take(dir_ / "lock");
  const std::string alive = status();

  EXPECT_THAT(dead, HasSubstr("was cut off"));
  EXPECT_THAT(alive, HasSubstr("a crawl is running since 2019-12-"));
}

TEST_F(Feeds, AForgottenArticleIsGone) {
  const auto lines = dir_.write(
      "in.jsonl", "{\"url\":\"https://a.example/1\",\"title\":\"Un\",\"body\":\"Texte.\"}\n");
  const std::string index = (dir_ / "index").string();
  ASSERT_EQ(run_indexer({"add", "--index", index, lines.string()}).status, 0);
  const RunResult before = run_indexer({"history", "--index", index, "https://a.example/1"});

  const RunResult forgot = run_indexer({"forget", "--index", index, "https://a.example/1"});

  const RunResult after = run_indexer({"history", "--index", index, "https://a.example/1"});
  EXPECT_THAT(before.out, HasSubstr("Texte."));
  EXPECT_THAT(forgot.out, HasSubstr("1 removed"));
  EXPECT_EQ(after.status, 2);
}

TEST_F(Feeds, ExpireRemovesTheOldAndKeepsTheNew) {
  const auto lines = dir_.write(
      "in.jsonl",
      "{\"url\":\"https://a.example/old\",\"published\":\"2001-01-01\",\"body\":\"Vieux.\"}\n"
      "{\"url\":\"https://a.example/new\",\"body\":\"Neuf.\"}\n");
  const std::string index = (dir_ / "index").string();
  ASSERT_EQ(run_indexer({"add", "--index", index, lines.string()}).status, 0);

  const RunResult expired = run_indexer({"expire", "--index", index, "--older-than", "365d"});

  EXPECT_THAT(expired.out, HasSubstr("1 removed"));
  EXPECT_EQ(run_indexer({"history", "--index", index, "https://a.example/new"}).status, 0);
  EXPECT_EQ(run_indexer({"history", "--index", index, "https://a.example/old"}).status, 2);
}

}  // namespace
}  // namespace kiosque::test
