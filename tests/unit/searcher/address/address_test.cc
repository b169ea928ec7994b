#include "searcher/address/address.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosque::address {
namespace {

tl::expected<Link, Refusal> parse(const std::string& query_string) {
  return read_link({.method = "GET", .query_string = query_string});
}

int status_of(const HttpRequest& request) {
  const auto link = read_link(request);
  return link ? 200 : link.error().status;
}

TEST(Address, ReadsBackWhatTheLinksOfAPageSay) {
  Link link;
  link.request.query = "« pouvoir d’achat » +a&b=c%";
  link.request.filters = {{"source", "Le Journal"}, {"section", "Économie"}, {"date", "2024-05"}};
  link.request.sort = engine::Sort::Date;
  link.request.offset = 20;
  link.request.collapse_stories = false;
  link.request.correct_spelling = false;
  link.request.with_facets = true;
  link.request.with_timeline = true;
  link.language = speech::Language::English;

  const auto read = parse(to_href(link).substr(1));

  ASSERT_TRUE(read);
  EXPECT_EQ(read->request, link.request);
  EXPECT_EQ(read->language, link.language);
}

TEST(Address, TwoDatesAreOnePeriodThatLinksKeep) {
  const auto link = parse("q=a&du=2024-05-01&au=");

  ASSERT_TRUE(link);
  EXPECT_EQ(link->request.filters, (std::vector<engine::Filter>{{"date", "2024-05-01.."}}));
  EXPECT_EQ(to_href(*link), "?q=a&du=2024-05-01");
}

TEST(Address, DatesTheWrongWayRoundAreMeantTheRightWay) {
  const auto link = parse("q=a&du=2024-06-30&au=2024-05-01");

  EXPECT_EQ(link->request.filters,
            (std::vector<engine::Filter>{{"date", "2024-05-01..2024-06-30"}}));
}

TEST(Address, IsAQuestionWithWordsOrAFilter) {
  EXPECT_FALSE(asks(parse("")->request));
  EXPECT_FALSE(asks(parse("q=+%09&source=")->request));
  EXPECT_TRUE(asks(parse("q=a")->request));
  EXPECT_TRUE(asks(parse("source=x")->request));
}

TEST(Address, FeedIsByDateWhateverTheLinkSays) {
  const auto link = parse("q=a&tri=ancien&format=rss");

  ASSERT_TRUE(link);
  EXPECT_EQ(link->request.sort, engine::Sort::Date);
  EXPECT_EQ(link->request.limit, kFeedItems);
  EXPECT_TRUE(link->request.all_words);
}

TEST(Address, RefusesWhatMakesNoSense) {
  for (const char* query : {"page=0", "page=51", "page=-1", "page=1e1", "page=%2b1", "tri=prix",
                            "format=../etc/passwd"}) {
    EXPECT_EQ(status_of({.query_string = query}), 400) << query;
  }
}

TEST(Address, RefusesWhatIsTooLong) {
  EXPECT_EQ(status_of({.query_string = "q=" + std::string(1024, 'a')}), 200);
  EXPECT_EQ(status_of({.query_string = "q=" + std::string(1025, 'a')}), 414);
  EXPECT_EQ(status_of({.query_string = "x=" + std::string(4095, 'a')}), 414);
  EXPECT_EQ(status_of({.query_string = "source=" + std::string(201, 'a')}), 414);
}

TEST(Address, RefusesOtherMethodsAndPaths) {
  EXPECT_EQ(status_of({.method = "HEAD"}), 200);
  EXPECT_EQ(status_of({.method = "POST"}), 405);
  EXPECT_EQ(status_of({.method = "get"}), 405);
  EXPECT_EQ(status_of({.path = "/"}), 200);
  EXPECT_EQ(status_of({.path = "/../index"}), 404);
}

TEST(VisitorLanguage, ChoiceWinsOverWhatTheBrowserPrefers) {
  EXPECT_EQ(visitor_language({.query_string = "lang=fr", .accept_language = "en"}),
            speech::Language::French);
  EXPECT_EQ(visitor_language({.query_string = "lang=xx", .accept_language = "en"}),
            speech::Language::English);
}

TEST(VisitorLanguage, FrenchUnlessEnglishIsPreferred) {
  const auto negotiated = [](const char* accepted) {
    return visitor_language({.accept_language = accepted});
  };

  EXPECT_EQ(negotiated(""), speech::Language::French);
  EXPECT_EQ(negotiated("en-GB,en;q=0.9,fr;q=0.8"), speech::Language::English);
  EXPECT_EQ(negotiated("fr,en"), speech::Language::French);
  EXPECT_EQ(negotiated("de, en;q=0.5"), speech::Language::English);
  EXPECT_EQ(negotiated("fr;q=0.2, en;q=0.1"), speech::Language::French);
  EXPECT_EQ(negotiated("english"), speech::Language::French);
}

}  // namespace
}  // namespace kiosque::address
