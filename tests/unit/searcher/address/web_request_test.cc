#include "searcher/address/web_request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/address/parameters.h"

namespace kiosque::address {
namespace {

tl::expected<WebRequest, Refusal> parse(const std::string& query_string) {
  return parse_web_request({{"REQUEST_METHOD", "GET"}, {"QUERY_STRING", query_string}});
}

int status_of(const cgi::Environment& environment) {
  const auto request = parse_web_request(environment);
  return request ? 200 : request.error().status;
}

TEST(WebRequest, ReadsBackWhatTheLinksOfAPageSay) {
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

  const auto request = parse(to_href(link).substr(1));

  ASSERT_TRUE(request);
  EXPECT_EQ(request->link.request, link.request);
  EXPECT_EQ(request->link.language, link.language);
}

TEST(WebRequest, TwoDatesAreOnePeriodThatLinksKeep) {
  const auto request = parse("q=a&du=2024-05-01&au=");

  ASSERT_TRUE(request);
  EXPECT_EQ(request->link.request.filters, (std::vector<engine::Filter>{{"date", "2024-05-01.."}}));
  EXPECT_EQ(to_href(request->link), "?q=a&du=2024-05-01");
}

TEST(WebRequest, DatesTheWrongWayRoundAreMeantTheRightWay) {
  const auto request = parse("q=a&du=2024-06-30&au=2024-05-01");

  EXPECT_EQ(request->link.request.filters,
            (std::vector<engine::Filter>{{"date", "2024-05-01..2024-06-30"}}));
}

TEST(WebRequest, IsAQuestionWithWordsOrAFilter) {
  EXPECT_FALSE(parse("")->asks);
  EXPECT_FALSE(parse("q=+%09&source=")->asks);
  EXPECT_TRUE(parse("q=a")->asks);
  EXPECT_TRUE(parse("source=x")->asks);
}

TEST(WebRequest, FeedIsByDateWhateverTheLinkSays) {
  const auto request = parse("q=a&tri=ancien&format=rss");

  ASSERT_TRUE(request);
  EXPECT_EQ(request->link.request.sort, engine::Sort::Date);
  EXPECT_EQ(request->link.request.limit, kFeedItems);
  EXPECT_TRUE(request->link.request.all_words);
}

TEST(WebRequest, RefusesWhatMakesNoSense) {
  for (const char* query : {"page=0", "page=51", "page=-1", "page=1e1", "page=%2b1", "tri=prix",
                            "format=../etc/passwd"}) {
    EXPECT_EQ(status_of({{"QUERY_STRING", query}}), 400) << query;
  }
}

TEST(WebRequest, RefusesWhatIsTooLong) {
  EXPECT_EQ(status_of({{"QUERY_STRING", "q=" + std::string(1024, 'a')}}), 200);
  EXPECT_EQ(status_of({{"QUERY_STRING", "q=" + std::string(1025, 'a')}}), 414);
  EXPECT_EQ(status_of({{"QUERY_STRING", "x=" + std::string(4095, 'a')}}), 414);
  EXPECT_EQ(status_of({{"QUERY_STRING", "source=" + std::string(201, 'a')}}), 414);
}

TEST(WebRequest, RefusesOtherMethodsAndPaths) {
  EXPECT_EQ(status_of({{"REQUEST_METHOD", "HEAD"}}), 200);
  EXPECT_EQ(status_of({{"REQUEST_METHOD", "POST"}}), 405);
  EXPECT_EQ(status_of({{"REQUEST_METHOD", "get"}}), 405);
  EXPECT_EQ(status_of({{"PATH_INFO", "/"}}), 200);
  EXPECT_EQ(status_of({{"PATH_INFO", "/../index"}}), 404);
}

TEST(VisitorLanguage, ChoiceWinsOverWhatTheBrowserPrefers) {
  EXPECT_EQ(visitor_language({{"QUERY_STRING", "lang=fr"}, {"HTTP_ACCEPT_LANGUAGE", "en"}}),
            speech::Language::French);
  EXPECT_EQ(visitor_language({{"QUERY_STRING", "lang=xx"}, {"HTTP_ACCEPT_LANGUAGE", "en"}}),
            speech::Language::English);
}

TEST(VisitorLanguage, FrenchUnlessEnglishIsPreferred) {
  const auto negotiated = [](const char* accepted) {
    return visitor_language({{"HTTP_ACCEPT_LANGUAGE", accepted}});
  };

  EXPECT_EQ(negotiated(""), speech::Language::French);
  EXPECT_EQ(negotiated("en-GB,en;q=0.9,fr;q=0.8"), speech::Language::English);
  EXPECT_EQ(negotiated("fr,en"), speech::Language::French);
  EXPECT_EQ(negotiated("de, en;q=0.5"), speech::Language::English);
  EXPECT_EQ(negotiated("fr;q=0.2, en;q=0.1"), speech::Language::French);
  EXPECT_EQ(negotiated("english"), speech::Language::French);
}

TEST(Parameters, LastOfARepeatedNameWins) {
  EXPECT_EQ(parse_parameters("q=a&q=b&&=x&y").at("q"), "b");
}

TEST(Parameters, DecodesPlusAndPercentOnce) {
  const Parameters parameters = parse_parameters("q=a+b%2Bc%252B%zz%4");

  EXPECT_EQ(parameters.at("q"), "a b+c%2B%zz%4");
}

TEST(CleanText, IsNormalisedUtf8) {
  EXPECT_EQ(clean_text("e\u0301te\u0301"), "été");
  EXPECT_EQ(clean_text("\xE9t\xE9 \x93oui\x94 \x80"), "été “oui” €");
}

TEST(CleanText, LeavesNoControlOrBidiCharacter) {
  using namespace std::string_view_literals;
  EXPECT_EQ(clean_text("a\0b\x1b[31m\r\nc\u202e\u2066d\u0085\u200f"sv), "ab[31m  cd");
  EXPECT_EQ(clean_text(" \t a \n"), "a");
}

}  // namespace
}  // namespace kiosque::address
