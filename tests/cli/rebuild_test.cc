#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/crawl_world.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_lines.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// An index of everything an index can hold: crawled pages, a summary whose page is missing, a file
/// that was added, one article forgotten, one removed.
class Rebuild : public testing::Test {
 protected:
  Rebuild() {
    world_.subscribe(kFeed);
    world_.crawl();
    EXPECT_EQ(indexer({"add", "--index", index(), world_.dir.write("in.jsonl", sample_lines(0, 3))})
                  .status,
              0);
    EXPECT_EQ(indexer({"forget", "--index", index(), "http://a.example/oubli"}).status, 0);
    EXPECT_EQ(indexer({"remove", "--index", index(), "http://a.example/retrait"}).status, 0);
    before_ = exported();
  }

  static ServerReply answer(const ServerRequest& request) {
    if (request.path == "/rss") {
      return {.body = rss({"http://a.example/pont", "http://a.example/oubli",
                           "http://a.example/retrait", "http://a.example/manque"},
                          "Un mot du pont.")};
    }
    if (request.path == "/robots.txt" || request.path == "/manque") return {.status = 404};
    return page("Le pont de " + request.path + " est ouvert.");
  }
  static RunResult indexer(const std::vector<std::string>& arguments) {
    return run_indexer(arguments);
  }
  [[nodiscard]] std::string index() const { return world_.dir.path(); }
  [[nodiscard]] std::string exported() const {
    return sorted_lines(indexer({"export", "--index", index()}).out);
  }
  static std::string sorted_lines(const std::string& text) {
    std::istringstream stream(text);
    std::set<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.insert(line);
    std::string sorted;
    for (const std::string& line : lines) sorted += line + '\n';
    return sorted;
  }
  void claim_version(int schema) {
    const std::filesystem::path file = world_.dir / "kiosque.json";
    auto manifest = nlohmann::ordered_json::parse(read_bytes(file));
    ASSERT_TRUE(manifest.contains("schema"));
    manifest["schema"] = schema;
    std::ofstream(file) << manifest.dump(2) << '\n';
  }

  CrawlWorld world_{answer};
  std::string before_;
};

TEST_F(Rebuild, BringsAnIndexOfAnotherVersionUpToDateInItsPlace) {
  ASSERT_THAT(before_, HasSubstr("/manque"));
  ASSERT_THAT(before_, HasSubstr("exemple.fr/2"));
  claim_version(0);
  const RunResult refused = run_searcher({"--index", index(), "pont"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("indexer rebuild --index"));

  const RunResult rebuilt = indexer({"rebuild", "--index", index()});

  EXPECT_EQ(rebuilt.status, 0) << rebuilt.err;
  EXPECT_THAT(rebuilt.out, HasSubstr("5 articles: 3 pages of the archive read, 4 taken over"));
  EXPECT_EQ(exported(), before_);
  EXPECT_EQ(indexer({"check", "--index", index()}).status, 0);
  EXPECT_FALSE(std::filesystem::exists(world_.dir / "rebuild"));
}

TEST_F(Rebuild, TheNextCrawlGoesOnAsIfNothingHadBeen) {
  ASSERT_EQ(indexer({"rebuild", "--index", index()}).status, 0);

  const crawl::RunReport next = world_.crawl_after(std::chrono::days(1));

  EXPECT_EQ(next.articles_new + next.articles_changed, 0u);
  EXPECT_EQ(world_.server.hits_on("/pont"), 0u);
}

TEST_F(Rebuild, KeepsWhenArticlesWereFirstSeen) {
  ASSERT_EQ(indexer({"rebuild", "--index", index()}).status, 0);

  const RunResult expired = indexer({"expire", "--index", index(), "--older-than", "365d"});

  EXPECT_THAT(expired.out, HasSubstr("removed"));
  EXPECT_THAT(exported(), Not(HasSubstr("a.example/pont"))) << "crawled in 2024";
}

TEST_F(Rebuild, SavesWhatTheArchiveHasOfAnIndexThatCannotBeRead) {
  std::ofstream(world_.dir / "kiosque.json") << "{";
  const RunResult refused = indexer({"rebuild", "--index", index()});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("--from-archive"));

  const RunResult rebuilt = indexer({"rebuild", "--index", index(), "--from-archive"});

  EXPECT_EQ(rebuilt.status, 0) << rebuilt.err;
  EXPECT_THAT(exported(), HasSubstr("/pont"));
  EXPECT_THAT(exported(), HasSubstr("/manque"));
  EXPECT_THAT(exported(), Not(HasSubstr("/oubli")));
}

TEST_F(Rebuild, AnInterruptedOneLeavesTheIndexAndNoRubbish) {
  std::filesystem::create_directories(world_.dir / "rebuild/shard-1-0");

  EXPECT_EQ(exported(), before_);
  EXPECT_EQ(
      indexer({"add", "--index", index(), world_.dir.write("b.jsonl", sample_lines(7, 1))}).status,
      0);

  EXPECT_FALSE(std::filesystem::exists(world_.dir / "rebuild"));
}

// Pages of very different length, so that threads overtake each other.
TEST(RebuildJobs, DoNotChangeWhatIsWritten) {
  std::vector<std::string> links;
  for (int i = 0; i < 60; ++i) links.push_back("http://a.example/" + std::to_string(i));
  CrawlWorld world([&](const ServerRequest& request) -> ServerReply {
    if (request.path == "/rss") return {.body = rss(links)};
    if (request.path == "/robots.txt") return {.status = 404};
    std::string text = "Le pont de " + request.path + " est ouvert.";
    const auto length = static_cast<std::size_t>(std::hash<std::string>{}(request.path) % 4000);
    while (text.size() < length) text += " Le maire de la ville a parlé des travaux du quai.";
    return page(text);
  });
  world.subscribe(kFeed);
  world.crawl();
  const auto rebuilt_by = [&](const std::string& jobs) {
    const std::string into = (world.dir / ("par-" + jobs)).string();
    const RunResult result = run_indexer(
        {"rebuild", "--index", world.dir.path().string(), "--into", into, "--jobs", jobs});
    EXPECT_EQ(result.status, 0) << result.err;
    const std::string found = run_searcher({"--index", into, "--format", "jsonl", "pont quai"}).out;
    return run_indexer({"export", "--index", into}).out + found;
  };

  const std::string by_one = rebuilt_by("1");

  EXPECT_THAT(by_one, HasSubstr("Le pont de /59 est ouvert."));
  EXPECT_EQ(rebuilt_by("5"), by_one);
}

TEST_F(Rebuild, NamesADirectoryThatIsNoIndex) {
  const TempDir empty;

  const RunResult result = indexer({"rebuild", "--index", empty.path(), "--from-archive"});

  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("is not an index"));
}

}  // namespace
}  // namespace kiosque::test
