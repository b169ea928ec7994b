#include "indexer/fetch/caching.h"
#include "tests/support/moment.h"

#include <gtest/gtest.h>

namespace kiosque::fetch {
namespace {

using std::chrono::seconds;
using test::kNow;

HttpResponse with(std::vector<HttpHeader> headers) {
  HttpResponse response;
  response.headers = std::move(headers);
  return response;
}

TEST(Freshness, IsAbsentWithoutHeaders) { EXPECT_EQ(freshness(with({}), kNow), std::nullopt); }

TEST(Freshness, TakesMaxAgeLessAge) {
  EXPECT_EQ(freshness(with({{"cache-control", "public, Max-Age=600"}, {"age", "100"}}), kNow),
            seconds(500));
  EXPECT_EQ(freshness(with({{"cache-control", "max-age=60"}, {"age", "100"}}), kNow), seconds(0));
}

TEST(Freshness, PrefersMaxAgeToExpires) {
  EXPECT_EQ(freshness(with({{"cache-control", "max-age=60"},
                            {"expires", "Mon, 03 Jun 2024 12:00:00 GMT"}}),
                      kNow),
            seconds(60));
}

TEST(Freshness, MeasuresExpiresAgainstDate) {
  EXPECT_EQ(freshness(with({{"expires", "Mon, 03 Jun 2024 12:00:00 GMT"}}), kNow), seconds(7200));
  EXPECT_EQ(freshness(with({{"expires", "Mon, 03 Jun 2024 12:00:00 GMT"},
                            {"date", "Mon, 03 Jun 2024 11:00:00 GMT"}}),
                      kNow),
            seconds(3600));
}

TEST(Freshness, IsZeroForTheUncacheable) {
  EXPECT_EQ(freshness(with({{"cache-control", "no-cache, max-age=60"}}), kNow), seconds(0));
  EXPECT_EQ(freshness(with({{"expires", "0"}}), kNow), seconds(0));
}

TEST(Freshness, SurvivesHugeNumbers) {
  EXPECT_GT(freshness(with({{"cache-control", "max-age=99999999999999999999"}}), kNow),
            seconds(86'400));
}

// Letters compared without their bit 0x20 made "\r" equal "-", as "[" equals "{".
TEST(Freshness, ReadsNoDirectiveOfOtherCharacters) {
  EXPECT_EQ(freshness(with({{"cache-control", "max\rage=60"}}), kNow), std::nullopt);
}

TEST(RetryAfter, ReadsSecondsAndDates) {
  EXPECT_EQ(retry_after(with({{"retry-after", "120"}}), kNow), kNow + seconds(120));
  EXPECT_EQ(retry_after(with({{"retry-after", "Mon, 03 Jun 2024 10:30:00 GMT"}}), kNow),
            kNow + seconds(1800));
}

TEST(RetryAfter, NeverLiesInThePast) {
  EXPECT_EQ(retry_after(with({{"retry-after", "Mon, 03 Jun 2019 10:30:00 GMT"}}), kNow), kNow);
}

TEST(RetryAfter, IgnoresNonsense) {
  EXPECT_EQ(retry_after(with({{"retry-after", "demain"}}), kNow), std::nullopt);
  EXPECT_EQ(retry_after(with({}), kNow), std::nullopt);
}

TEST(HttpsOnly, ReadsTheAgeAmongItsDirectives) {
  const auto of = [](std::string value) {
    HttpResponse response;
    response.headers = {{"strict-transport-security", std::move(value)}};
    return https_only(response);
  };

  EXPECT_EQ(of("max-age=31536000; includeSubDomains"), std::chrono::seconds(31'536'000));
  EXPECT_EQ(of("includeSubDomains; Max-Age=\"60\""), std::chrono::seconds(60));
  EXPECT_EQ(of("max-age=0"), std::chrono::seconds(0));
  EXPECT_EQ(of("preload"), std::nullopt);
  EXPECT_EQ(https_only({}), std::nullopt);
}

}  // namespace
}  // namespace kiosque::fetch
