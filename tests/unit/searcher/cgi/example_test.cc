#include <gtest/gtest.h>

#include <cstdlib>

#include "searcher/cgi/cgi.h"
#include "searcher/cgi/site.h"

namespace kiosque::cgi {
namespace {

TEST(CgiExample, KnowsThatAWebServerStartedIt) {
  EXPECT_FALSE(started_by_web_server());

  ::setenv("GATEWAY_INTERFACE", "CGI/1.1", 1);
  EXPECT_TRUE(started_by_web_server());
  ::unsetenv("GATEWAY_INTERFACE");
}

TEST(CgiExample, AnswersARequest) {
  const date::SystemClock clock;
  Site site(Settings{}, clock);
  const Response home = site.answer({{"REQUEST_METHOD", "GET"}, {"HTTP_ACCEPT_LANGUAGE", "en"}});
  EXPECT_EQ(home.status, 200);

  EXPECT_NE(home.body.find("Search the news"), std::string::npos);
}

}  // namespace
}  // namespace kiosque::cgi
