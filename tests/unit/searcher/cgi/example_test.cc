#include <gtest/gtest.h>

#include "searcher/cgi/site.h"

namespace kiosque::cgi {
namespace {

TEST(CgiExample, AnswersARequest) {
  const date::SystemClock clock;
  Site site(Settings{}, clock);
  const Response home = site.answer({{"REQUEST_METHOD", "GET"}, {"HTTP_ACCEPT_LANGUAGE", "en"}});
  EXPECT_EQ(home.status, 200);

  EXPECT_NE(home.body.find("Search the news"), std::string::npos);
}

}  // namespace
}  // namespace kiosque::cgi
