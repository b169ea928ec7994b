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

TEST(ResolveUrl, FollowsTheBase) {
  EXPECT_EQ(resolve_url("https://a.example/x/y?z", "../b"), "https://a.example/b");
  EXPECT_EQ(resolve_url("https://a.example/x/", "//b.example/c"), "https://b.example/c");
  EXPECT_EQ(resolve_url("", " https://a.example/x "), "https://a.example/x");
  EXPECT_FALSE(resolve_url("", "/x"));
  EXPECT_FALSE(resolve_url("https://a.example/", "javascript:alert(1)"));
  EXPECT_FALSE(resolve_url("https://a.example/", "file:///etc/passwd"));
}

TEST(SiteOf, DropsOnlyTheLabelWww) {
  EXPECT_EQ(site_of("https://www.rfi.fr/a"), "rfi.fr");
  EXPECT_EQ(site_of("https://WWW.fr/"), "www.fr");
  EXPECT_EQ(site_of("https://info.arte.tv/x"), "info.arte.tv");
  EXPECT_EQ(site_of("nonsense"), "");
}

}  // namespace
}  // namespace kiosque
