#include "common/base/url.h"

#include <gtest/gtest.h>

namespace kiosque {
namespace {

TEST(CanonicalUrl, NormalisesSchemeHostPortAndFragment) {
  EXPECT_EQ(canonical_url("HTTPS://WWW.Lemonde.fr:443/a/../b#c"), "https://www.lemonde.fr/b");
  EXPECT_EQ(canonical_url("http://rfi.fr:80"), "http://rfi.fr/");
  EXPECT_EQ(canonical_url("http://rfi.fr:8080/x"), "http://rfi.fr:8080/x");
}

TEST(CanonicalUrl, DropsTrackingParametersOnly) {
  EXPECT_EQ(canonical_url("https://a.example/p?utm_source=x&id=1&fbclid=y&page=2"),
            "https://a.example/p?id=1&page=2");
  EXPECT_EQ(canonical_url("https://a.example/p?xtor=RSS-1"), "https://a.example/p");
}

TEST(CanonicalUrl, WritesEscapesOneWay) {
  EXPECT_EQ(canonical_url("https://a.example/%7Efoo/%c3%a9t%C3%A9"),
            "https://a.example/~foo/%C3%A9t%C3%A9");
  EXPECT_EQ(canonical_url("https://a.example/été"), "https://a.example/%C3%A9t%C3%A9");
  EXPECT_EQ(canonical_url("https://Été.example/"), "https://xn--t-9fab.example/");
}

TEST(CanonicalUrl, IsStableWhenAppliedTwice) {
  for (const char* url : {"https://a.example/a%2Fb?x=%26&y", "http://é.example/ à",
                          "https://user:pw@a.example/p?q=1&utm_medium=z#f"}) {
    const auto once = canonical_url(url);

    ASSERT_TRUE(once) << url;
    EXPECT_EQ(canonical_url(*once), once) << url;
  }
}

TEST(CanonicalUrl, RefusesWhatIsNoWebAddress) {
  for (const char* url : {"", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.fr", "/a/b",
                          "http://", "data:text/html,x", "https://\xC3\x28.example/",
                          "https://a\xEF\xBF\xBD.example/", "https://...", "https://a..example/"}) {
    EXPECT_FALSE(canonical_url(url)) << url;
  }
  EXPECT_FALSE(canonical_url("https://a.example/" + std::string(5000, ' ') + "b"));  // %20 each
}

std::string resolved(std::string_view base, std::string_view reference) {
  const auto url = Url::parse(base)->resolve(reference);
  return url ? url->text() : "";
}

TEST(Url, IsTakenApart) {
  const auto url = Url::parse("HTTPS://ana:pw@WWW.Rfi.fr:8443/fr/a b?b=c#d");

  ASSERT_TRUE(url);
  EXPECT_EQ(url->scheme(), "https");
  EXPECT_EQ(url->host(), "www.rfi.fr");
  EXPECT_EQ(url->port(), "8443");
  EXPECT_EQ(url->path(), "/fr/a%20b");
  EXPECT_EQ(url->query(), "b=c");
  EXPECT_EQ(url->fragment(), "d");
  EXPECT_EQ(url->text(), "https://ana:pw@www.rfi.fr:8443/fr/a%20b?b=c#d");
}

TEST(Url, HasAtLeastAPath) {
  const auto url = Url::parse("http://a.fr");

  ASSERT_TRUE(url);
  EXPECT_EQ(url->path(), "/");
  EXPECT_EQ(url->query(), std::nullopt);
  EXPECT_EQ(url->fragment(), std::nullopt);
}

TEST(Url, TargetIsWhatAHostIsAskedFor) {
  EXPECT_EQ(Url::parse("https://a.fr/b?c=d#e")->target(), "/b?c=d");
  EXPECT_EQ(Url::parse("https://a.fr?")->target(), "/");
}

TEST(Url, OriginNamesOnlyAnUnusualPort) {
  EXPECT_EQ(Url::parse("https://u@WWW.Rfi.fr:443/fr/a?b=c#d")->origin(), "https://www.rfi.fr");
  EXPECT_EQ(Url::parse("http://a.fr:080")->origin(), "http://a.fr");
  EXPECT_EQ(Url::parse("http://a.fr:8080")->origin(), "http://a.fr:8080");
  EXPECT_EQ(Url::parse("http://[2A01:e0a::1]:443/")->origin(), "http://[2a01:e0a::1]:443");
}

TEST(Url, GivesAnotherPathOfItsHost) {
  const Url page = *Url::parse("http://moi@a.fr:8080/b?c=1#d");

  EXPECT_EQ(page.at("/robots.txt").text(), "http://a.fr:8080/robots.txt");
}

TEST(Url, HasAHostThatDnsCanName) {
  const std::string label(63, 'a');
  const std::string longest = label + '.' + label + '.' + label + '.' + std::string(61, 'a');

  EXPECT_TRUE(Url::parse("http://" + longest + "/"));
  EXPECT_FALSE(Url::parse("http://" + longest + "a/"));
}

TEST(Url, GoesOverHttps) {
  EXPECT_EQ(Url::parse("http://a.fr:8080/b?c#d")->over_https().text(), "https://a.fr:8080/b?c#d");
}

TEST(Url, IsReadAgainFromItsText) {
  for (const char* text : {"http://été.example/à?é#ç", "https://a.example/x//y/../z?{}|#a#b",
                           "http://[::1]:80/", "https://a.example./%zz%41"}) {
    const auto url = Url::parse(text);

    ASSERT_TRUE(url) << text;
    EXPECT_EQ(Url::parse(url->text()), url) << text;
  }
}

TEST(Url, IsNothingElse) {
  EXPECT_FALSE(Url::parse("file:///etc/passwd"));
  EXPECT_FALSE(Url::parse("ftp://a.fr/"));
  EXPECT_FALSE(Url::parse("a.fr"));
  EXPECT_FALSE(Url::parse("//a.fr/x"));
  EXPECT_FALSE(Url::parse("http://a.fr:65536/"));
  EXPECT_FALSE(Url::parse("http://a.fr/" + std::string(8192, 'x')));
}

TEST(Url, ResolvesReferences) {
  EXPECT_EQ(resolved("https://a.example/x/y?z", "../b"), "https://a.example/b");
  EXPECT_EQ(resolved("https://a.example/x/y?z", "?q"), "https://a.example/x/y?q");
  EXPECT_EQ(resolved("https://a.example/x/", "//b.example/c"), "https://b.example/c");
  EXPECT_EQ(resolved("https://a.example/x/", " https://b.example/\n c "), "https://b.example/%20c");
  EXPECT_EQ(resolved("http://été.example/x", "y"), "http://été.example/y");
  EXPECT_EQ(resolved("https://a.example/", "javascript:alert(1)"), "");
  EXPECT_EQ(resolved("https://a.example/", "file:///etc/passwd"), "");
}

TEST(HostOf, KeepsTheWholeHost) {
  EXPECT_EQ(host_of("https://WWW.rfi.fr:8080/a"), "www.rfi.fr");
  EXPECT_EQ(host_of("nonsense"), "");
}

TEST(SiteOf, DropsOnlyTheLabelWww) {
  EXPECT_EQ(site_of("https://www.rfi.fr/a"), "rfi.fr");
  EXPECT_EQ(site_of("https://WWW.fr/"), "www.fr");
  EXPECT_EQ(site_of("https://info.arte.tv/x"), "info.arte.tv");
  EXPECT_EQ(site_of("nonsense"), "");
}

}  // namespace
}  // namespace kiosque
