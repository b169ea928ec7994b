#include "indexer/crawl/schedule.h"
#include "tests/support/moment.h"

#include <gtest/gtest.h>

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

using test::kNow;

TEST(NextCheck, IsAnHourLaterByDefault) { EXPECT_EQ(next_check(kNow, {}), kNow + 1h); }

TEST(NextCheck, TakesTheLongestWish) {
  EXPECT_EQ(next_check(kNow, {.fresh_for = 2h, .ttl_minutes = 180}), kNow + 3h);
  EXPECT_EQ(next_check(kNow, {.fresh_for = 4h, .ttl_minutes = 180}), kNow + 4h);
  EXPECT_EQ(next_check(kNow, {.fresh_for = 0s, .ttl_minutes = 5}), kNow + 1h);
}

TEST(NextCheck, HeedsTheUsersOwnInterval) {
  EXPECT_EQ(next_check(kNow, {.own = 30min}), kNow + 30min);
  EXPECT_EQ(next_check(kNow, {.own = 1min}), kNow + 15min);
  EXPECT_EQ(next_check(kNow, {.ttl_minutes = 90, .own = 30min}), kNow + 90min);
  EXPECT_EQ(next_check(kNow, {.own = 168h}), kNow + 168h);
}

TEST(NextCheck, LetsNobodyWaitPastTheNextNight) {
  EXPECT_EQ(next_check(kNow, {.fresh_for = 8760h}), kNow + kLongestWait);
  EXPECT_EQ(next_check(kNow, {.ttl_minutes = 2'000'000'000}), kNow + kLongestWait);
}

TEST(NextCheck, LeavesHoursAndDaysToSkip) {
  EXPECT_EQ(next_check(kNow, {.skip_hours = {11, 12}}), kNow + 3h);
  EXPECT_EQ(next_check(kNow, {.fresh_for = 12h, .skip_hours = {22, 23}}), kNow + 14h);
  EXPECT_EQ(next_check(kNow + 13h + 30min, {.skip_days = {2}}), kNow + 13h + 30min + kLongestWait);
}

TEST(NextCheck, StillAsksWhenEverythingIsToBeSkipped) {
  EXPECT_EQ(next_check(kNow, {.skip_days = {0, 1, 2, 3, 4, 5, 6}}), kNow + kLongestWait);
}

TEST(Rhythm, GoesThroughText) {
  const Rhythm rhythm{.ttl_minutes = 60, .skip_hours = {22, 23}, .skip_days = {0}};

  const Rhythm again = rhythm_from_text(to_text(rhythm));

  EXPECT_EQ(again.ttl_minutes, 60);
  EXPECT_EQ(again.skip_hours, rhythm.skip_hours);
  EXPECT_EQ(again.skip_days, rhythm.skip_days);
  EXPECT_EQ(to_text(Rhythm{}), "");
  EXPECT_EQ(rhythm_from_text("").ttl_minutes, std::nullopt);
}

TEST(NextTry, WaitsTwiceAsLongEachTime) {
  EXPECT_EQ(next_try(kNow, 1, kNow, {}), kNow + 1h);
  EXPECT_EQ(next_try(kNow, 3, kNow - 3h, {}), kNow + 4h);
  EXPECT_EQ(next_try(kNow, 6, kNow - 3h, {}), kNow + kLongestWait);
  EXPECT_EQ(next_try(kNow, 1'000'000, kNow - days(20), {}), kNow + kLongestWait);
}

TEST(NextTry, NeverGivesUp) {
  EXPECT_EQ(next_try(kNow, 400, kNow - days(31), {}), kNow + days(7) - 1h);
}

TEST(NextTry, HeedsRetryAfter) {
  EXPECT_EQ(next_try(kNow, 1, kNow, kNow + 5h), kNow + 5h);
  EXPECT_EQ(next_try(kNow, 1, kNow, kNow + 10s), kNow + 1h);
  EXPECT_EQ(next_try(kNow, 1, kNow, kNow + days(900)), kNow + days(7) - 1h);
}

TEST(HasMoved, NeedsRepeatsOverDays) {
  Redirect redirect;

  note_redirect(redirect, "https://b.fr/", kNow);
  note_redirect(redirect, "https://b.fr/", kNow + 1h);
  note_redirect(redirect, "https://b.fr/", kNow + 2h);
  EXPECT_FALSE(has_moved(redirect, kNow + 2h));

  note_redirect(redirect, "https://b.fr/", kNow + days(3));
  EXPECT_TRUE(has_moved(redirect, kNow + days(3)));
}

TEST(HasMoved, StartsAnewWhenTheTargetChangesOrIsGone) {
  Redirect redirect;
  for (int day = 0; day < 5; ++day) note_redirect(redirect, "https://b.fr/", kNow + days(day));

  note_redirect(redirect, "https://c.fr/", kNow + days(5));
  EXPECT_FALSE(has_moved(redirect, kNow + days(9)));

  note_redirect(redirect, "", kNow + days(6));
  EXPECT_EQ(redirect.count, 0);
}

TEST(NextPageTry, GivesTroubleFiveChances) {
  EXPECT_EQ(next_page_try(kNow, 1, failure_of(500), {}), kNow + 1h);
  EXPECT_EQ(next_page_try(kNow, 5, PageFailure::Trouble, {}), kNow + 47h);
  EXPECT_EQ(next_page_try(kNow, 6, failure_of(500), {}), std::nullopt);
}

TEST(NextPageTry, GivesARefusalTwo) {
  EXPECT_EQ(next_page_try(kNow, 2, failure_of(404), {}), kNow + 5h);
  EXPECT_EQ(next_page_try(kNow, 3, failure_of(404), {}), std::nullopt);
}

TEST(NextPageTry, BelievesGone) {
  EXPECT_EQ(next_page_try(kNow, 1, failure_of(410), {}), std::nullopt);
  EXPECT_EQ(next_page_try(kNow, 1, failure_of(451), {}), std::nullopt);
}

TEST(NextPageTry, EndsWithOurOwnRefusal) {
  EXPECT_EQ(next_page_try(kNow, 1, PageFailure::Final, {}), std::nullopt);
}

TEST(NextPageTry, HeedsRetryAfter) {
  EXPECT_EQ(next_page_try(kNow, 1, failure_of(429), kNow + 3h), kNow + 3h);
}

}  // namespace
}  // namespace kiosque::crawl
