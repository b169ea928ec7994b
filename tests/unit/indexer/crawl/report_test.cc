#include "indexer/crawl/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::crawl {
namespace {

using testing::HasSubstr;
using testing::Not;

RunReport sample() {
  RunReport report;
  report.started = Moment(std::chrono::seconds(1000));
  report.ended = Moment(std::chrono::seconds(1060));
  report.feeds_checked = 7;
  report.articles_new = 3;
  report.pages_failed = 2;
  report.failures = {{"http-404", 2}, {"tls", 1}};
  report.failing_feeds = {{"https://a.fr/rss", "certificate has expired"}};
  report.failing_pages = {{"b.fr", {{"http-404", 2}}}};
  report.moved_feeds = {{"https://c.fr/rss", "https://c.fr/feed"}};
  report.hosts = {{"slow.fr", 2, std::chrono::milliseconds(5000)},
                  {"quick.fr", 2, std::chrono::milliseconds(50)}};
  report.silent_feeds = {"https://d.fr/rss"};
  return report;
}

TEST(RunReport, TellsWhatHappened) {
  const std::string text = to_text(sample());

  EXPECT_THAT(text, HasSubstr("articles: 3 new, 0 changed, 0 unchanged\n"));
  EXPECT_THAT(text, HasSubstr("     2  not found (http-404)\n       1  the certificate"));
  EXPECT_THAT(text, HasSubstr("https://a.fr/rss  certificate has expired"));
  EXPECT_THAT(text, HasSubstr("     2  b.fr  http-404"));
  EXPECT_THAT(text, HasSubstr("https://c.fr/rss -> https://c.fr/feed"));
  EXPECT_THAT(text, HasSubstr("   2.5  slow.fr"));
  EXPECT_THAT(text, HasSubstr("silent for 30 days:\n  https://d.fr/rss"));
}

TEST(RunReport, DoesNotTellWhatDidNotHappen) {
  const std::string text = to_text(sample());

  EXPECT_THAT(text, Not(HasSubstr("put off")));
  EXPECT_THAT(text, Not(HasSubstr("left early")));
  EXPECT_THAT(text, Not(HasSubstr("quick.fr")));
  EXPECT_EQ(to_text(RunReport{}), "nothing was due\n");
}

TEST(RunReport, TellsWhyItLeftEarly) {
  RunReport report;
  report.stopped_by = "network";

  EXPECT_THAT(to_text(report), HasSubstr("left early: the network seems to be away"));
  EXPECT_TRUE(report.is_partial());
}

TEST(RunReport, GoesThroughJson) {
  const std::string json = to_json(sample());

  EXPECT_EQ(to_json(report_from_json(json)), json);
}

TEST(RunReport, ReadsNoReportFromAnythingElse) {
  EXPECT_TRUE(report_from_json("[1").is_empty());
  EXPECT_TRUE(report_from_json("[]").is_empty());
}

}  // namespace
}  // namespace kiosque::crawl
