#include "indexer/fetch/robots.h"

#include <gtest/gtest.h>

namespace kiosque::fetch {
namespace {

bool allows(std::string_view robots_txt, std::string_view path) {
  return RobotsRules::parse(robots_txt, "kiosque").allows(path);
}

TEST(Robots, AllowsAllWithoutRules) {
  EXPECT_TRUE(allows("", "/a"));
  EXPECT_TRUE(allows("Sitemap: https://a.fr/s.xml", "/a"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow:", "/a"));
}

TEST(Robots, PrefersTheGroupThatNamesUs) {
  constexpr std::string_view kText =
      "User-agent: *\nDisallow: /\n\nUser-agent: Kiosque/1.0\nDisallow: /prive/\n";

  EXPECT_TRUE(allows(kText, "/article"));
  EXPECT_FALSE(allows(kText, "/prive/a"));
}

TEST(Robots, JoinsGroupsOfTheSameName) {
  constexpr std::string_view kText =
      "User-agent: kiosque\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: kiosque\n"
      "Disallow: /c\n";

  EXPECT_FALSE(allows(kText, "/a"));
  EXPECT_TRUE(allows(kText, "/b"));
  EXPECT_FALSE(allows(kText, "/c"));
}

TEST(Robots, SharesAGroupBetweenAgents) {
  constexpr std::string_view kText = "User-agent: x\nUser-agent: kiosque\nDisallow: /a\n";

  EXPECT_FALSE(allows(kText, "/a"));
}

TEST(Robots, LetsTheLongestRuleDecideAndAllowWinATie) {
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c"));
  EXPECT_FALSE(allows("User-agent: *\nAllow: /a\nDisallow: /a/b\n", "/a/b/c"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a"));
}

TEST(Robots, KnowsWildcardsAndEnd) {
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf?a"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: *?q=\n", "/recherche?q=x"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a$\n", "/ab"));
}

TEST(Robots, ComparesOctets) {
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /%C3%A9t%C3%A9\n", "/\xC3\xA9t\xC3\xA9"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /\xC3\xA9\n", "/%c3%a9"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /%61\n", "/a"));
}

TEST(Robots, ToleratesCommentsSpacesAndOtherLineEnds) {
  EXPECT_FALSE(allows("\xEF\xBB\xBF# x\rUSER-AGENT : *  # all\r\n disallow : /a # no\n", "/a"));
}

TEST(Robots, ReadsTheDelay) {
  const auto rules = RobotsRules::parse("User-agent: *\nCrawl-delay: 2.5\n", "kiosque");

  EXPECT_EQ(rules.delay(), std::chrono::milliseconds(2500));
}

TEST(Robots, IgnoresSillyDelays) {
  EXPECT_FALSE(RobotsRules::parse("User-agent: *\nCrawl-delay: -1\n", "kiosque").delay());
  EXPECT_FALSE(RobotsRules::parse("User-agent: *\nCrawl-delay: nan\n", "kiosque").delay());
  EXPECT_FALSE(RobotsRules::parse("User-agent: *\nCrawl-delay: bientot\n", "kiosque").delay());
}

TEST(Robots, MatchesHostilePatternsInReasonableTime) {
  std::string pattern = "User-agent: *\nDisallow: ";
  for (int i = 0; i < 1000; ++i) pattern += "*a";
  pattern += "b$\n";

  EXPECT_TRUE(allows(pattern, "/" + std::string(4000, 'a')));
}

TEST(Robots, NeverForbidsItself) {
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /", "/robots.txt"));
}

}  // namespace
}  // namespace kiosque::fetch
