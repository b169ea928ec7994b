#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "common/base/result.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

using test::run_indexer;

const std::string kRss =
    "<rss><channel><title>T</title><item><title>Un</title>"
    "<link>/1</link></item></channel></rss>";

TEST(FeedCommand, PrintsJsonOfAnHttpResponse) {
  const auto result =
      run_indexer({"feed", "--json", "--url", "https://a.test/rss", "-"},
                  {.input = "HTTP/1.1 200 OK\r\nContent-Language: fr\r\n\r\n" + kRss});

  EXPECT_EQ(result.status, kExitOk) << result.err;
  const auto printed = nlohmann::json::parse(result.out);
  EXPECT_EQ(printed["feed"]["format"], "rss");
  EXPECT_EQ(printed["feed"]["language"], "fr");
  EXPECT_EQ(printed["entries"][0]["link"], "https://a.test/1");
}

TEST(FeedCommand, ListsAFeedForPeople) {
  const auto result = run_indexer({"feed", source_path("corpus/feeds/fanal-une.xml").string()});

  EXPECT_EQ(result.status, kExitOk) << result.err;
  EXPECT_NE(result.out.find("Le Fanal"), std::string::npos);
}

TEST(FeedCommand, RefusesWhatIsNoFeed) {
  const auto result = run_indexer({"feed", "--json", "-"}, {.input = "bonjour"});

  EXPECT_EQ(result.status, kExitError);
  EXPECT_TRUE(nlohmann::json::parse(result.out).contains("error"));
  EXPECT_NE(result.err.find("is no feed"), std::string::npos);
}

TEST(FeedCommand, NamesAMissingFile) {
  const auto result = run_indexer({"feed", "/nowhere/flux.xml"});

  EXPECT_EQ(result.status, kExitError);
  EXPECT_NE(result.err.find("/nowhere/flux.xml"), std::string::npos);
}

TEST(FeedCommand, BatchAnswersEachLine) {
  const auto result =
      run_indexer({"feed", "--batch"},
                  {.input = "{\"file\":\"" + source_path("corpus/feeds/fanal-une.xml").string() +
                            "\",\"url\":null,\"headers\":{}}\nnonsense\n"});

  EXPECT_EQ(result.status, kExitOk);
  const std::size_t line = result.out.find('\n');
  ASSERT_NE(line, std::string::npos);
  EXPECT_TRUE(nlohmann::json::parse(result.out.substr(0, line)).contains("entries"));
  EXPECT_TRUE(nlohmann::json::parse(result.out.substr(line + 1)).contains("error"));
}

}  // namespace
}  // namespace kiosque::test
