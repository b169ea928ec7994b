#include <gtest/gtest.h>

#include <string>

#include "common/date/date.h"

namespace kiosque::date {
namespace {

/// What is read_compact, as UTC in ISO 8601 ("2024-06-03" for a day alone), or "none".
std::string read(std::string_view text) {
  const auto time = parse_timestamp(text);
  if (!time) return "none";
  return format_iso8601({time->utc, std::nullopt, time->date_only});
}

TEST(ParseTimestamp, Rfc822) {
  EXPECT_EQ(read("Mon, 03 Jun 2024 10:05:00 +0200"), "2024-06-03T08:05:00Z");
  EXPECT_EQ(read("Mon, 3 Jun 2024 10:05 GMT"), "2024-06-03T10:05:00Z");
  EXPECT_EQ(read("03 Jun 24 10:05:00 EST"), "2024-06-03T15:05:00Z");
  EXPECT_EQ(read("Tue, 05 Mar 1996 10:00:00 -0000"), "1996-03-05T10:00:00Z");
}

TEST(ParseTimestamp, Rfc822WithItsAbuses) {
  EXPECT_EQ(read("Monday, June 3, 2024 - 3:09pm"), "2024-06-03T15:09:00Z");
  EXPECT_EQ(read("Jun. 3, 2024, 12:37 a.m."), "2024-06-03T00:37:00Z");
  EXPECT_EQ(read("Mon,03 Jun 2024 10:05:00 GMT-07:00"), "2024-06-03T17:05:00Z");
  EXPECT_EQ(read("lun, 3 jun 2024 10:05:00 gmt"), "2024-06-03T10:05:00Z");
  EXPECT_EQ(read("03 Apr 02 1500 GMT"), "2002-04-03T15:00:00Z");
  EXPECT_EQ(read("Mon, 03 Jun 2024 24:00:00 GMT"), "2024-06-04T00:00:00Z");
  EXPECT_EQ(read("Tue, 30 Jun 2015 23:59:60 GMT"), "2015-06-30T23:59:59Z");
  EXPECT_EQ(read("Tue, 30 Jun 104 10:00:00 GMT"), "2004-06-30T10:00:00Z");
}

TEST(ParseTimestamp, Iso8601) {
  EXPECT_EQ(read("2024-06-03T10:05:00.123+02:00"), "2024-06-03T08:05:00Z");
  EXPECT_EQ(read("2024-06-03T10:05Z"), "2024-06-03T10:05:00Z");
  EXPECT_EQ(read("2024-06-03 10:05:00"), "2024-06-03T10:05:00Z");
  EXPECT_EQ(read("2024-06-03T10:05:00+02:00[Europe/Paris]"), "2024-06-03T08:05:00Z");
  EXPECT_EQ(read("20240603T100500Z"), "2024-06-03T10:05:00Z");
  EXPECT_EQ(read("2024-06-03"), "2024-06-03");
  EXPECT_EQ(read("2024-06"), "2024-06-01");
  EXPECT_EQ(read("2024-155"), "2024-06-03");
}

TEST(ParseTimestamp, AsctimeAndUnixSeconds) {
  EXPECT_EQ(read("Mon Jun  3 10:05:00 2024"), "2024-06-03T10:05:00Z");
  EXPECT_EQ(read("Mon Jun  3 10:05:00 CEST 2024"), "2024-06-03T08:05:00Z");
  EXPECT_EQ(read("1717401900"), "2024-06-03T08:05:00Z");
  EXPECT_EQ(read("1717401900000"), "2024-06-03T08:05:00Z");
}

TEST(ParseTimestamp, FrenchProse) {
  EXPECT_EQ(read("3 juin 2024 à 10h05"), "2024-06-03T10:05:00Z");
  EXPECT_EQ(read("1er mai 2024"), "2024-05-01");
  EXPECT_EQ(read("lundi 9 décembre 2019 à 09h08"), "2019-12-09T09:08:00Z");
  EXPECT_EQ(read("ven., 03 juil. 2020 15:09:58 +0000"), "2020-07-03T15:09:58Z");
  EXPECT_EQ(read("Le 2 août 2023 à 20 heures 15"), "2023-08-02T20:15:00Z");
  EXPECT_EQ(read("10h05 - 3 juin 2024"), "2024-06-03T10:05:00Z");
  EXPECT_EQ(read("Publié le 3 juin 2024 à 10h05 (heure de Paris)"), "2024-06-03T08:05:00Z");
}

TEST(ParseTimestamp, TuesdayIsNotMarch) {
  EXPECT_EQ(read("mar., 01 déc. 2020 16:11:02 +0000"), "2020-12-01T16:11:02Z");
  EXPECT_EQ(read("mar. 12/11/2024"), "2024-11-12");
}

TEST(ParseTimestamp, AnHourBelongsToTheDayBesideIt) {
  EXPECT_EQ(read("Publié le 3 juin 2024, mis à jour le 4 juin 2024 à 11h"), "2024-06-03");
}

TEST(ParseTimestamp, NumbersAreDayFirst) {
  EXPECT_EQ(read("02/07/2020 - 14:16 UTC+1"), "2020-07-02T13:16:00Z");
  EXPECT_EQ(read("19.11.2019"), "2019-11-19");
  EXPECT_EQ(read("09/15/2014 4:20 pm PST"), "2014-09-16T00:20:00Z");
}

TEST(ParseTimestamp, AYearInFrontIsFollowedByTheMonth) {
  EXPECT_EQ(read("2020/1/10 14:33:00"), "2020-01-10T14:33:00Z");
  EXPECT_EQ(read("2020/10/1"), "2020-10-01");
}

TEST(ParseTimestamp, HalfOfTheDayAndZoneBothCount) {
  EXPECT_EQ(read("Sun, 20 Apr 2014 8:19 pm CEST"), "2014-04-20T18:19:00Z");
  EXPECT_EQ(read("Mon, 21 Jan 2008 8:56 am PST"), "2008-01-21T16:56:00Z");
  EXPECT_EQ(read("Sat, Dec 16 2023 02:02:33 PM"), "2023-12-16T14:02:33Z");
}

TEST(ParseTimestamp, OtherLanguages) {
  EXPECT_EQ(read("Do, 29 Mär 2018 00:00:00 +0200"), "2018-03-28T22:00:00Z");
  EXPECT_EQ(read("3 de junio de 2024"), "2024-06-03");
  EXPECT_EQ(read("3 giugno 2024"), "2024-06-03");
  EXPECT_EQ(read("Κυρ, 11 Ιούλ 2004 12:00:00 EST"), "2004-07-11T17:00:00Z");
  EXPECT_EQ(read("2004-július-13T9:15-05:00"), "2004-07-13T14:15:00Z");
}

TEST(ParseTimestamp, KeepsTheZoneOfTheWriter) {
  const auto summer = parse_timestamp("2024-07-01T10:00:00 Europe/Paris");
  const auto winter = parse_timestamp("Mon, 01 Jan 2024 10:00:00 Europe/Paris");
  const auto none = parse_timestamp("2024-07-01T10:00:00");

  ASSERT_TRUE(summer && winter && none);
  EXPECT_EQ(summer->offset, std::chrono::minutes(120));
  EXPECT_EQ(winter->offset, std::chrono::minutes(60));
  EXPECT_EQ(none->offset, std::nullopt);
}

TEST(ParseTimestamp, RefusesWhatIsNoPlausibleDate) {
  for (const char* text :
       {"", "hier", "013", "version 1.2.3", "il y a 3 jours", "3 juin", "Tue, 31 Feb 2026",
        "2021-02-30", "Sun, Dec x 2012 11:47:32 GMT", "Mon, 03 Jun 2024 25:61:00 GMT",
        "Sun, 16 Dec 2012 11:47:32 +zz:00", "99999999999999999999999", "12345/1/1"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(ParseTimestamp, ZeroDatesAreNone) {
  EXPECT_EQ(read("0000-00-00T00:00:00Z"), "none");
  EXPECT_EQ(read("0001-01-01T00:00:00Z"), "none");
  EXPECT_EQ(read("Thu, 01 Jan 1970 00:00:00 +0000"), "none");
  EXPECT_EQ(read("Thu, 01 Jan 1970 01:00:00 +0100"), "none");
}

TEST(ParseTimestamp, ReadsBackWhatIsFormatted) {
  for (const char* text : {"2024-06-03T10:05:00+02:00", "2024-06-03T10:05:00Z", "2024-06-03"}) {
    const auto time = parse_timestamp(text);

    ASSERT_TRUE(time) << text;
    EXPECT_EQ(format_iso8601(*time), text);
  }
}

}  // namespace
}  // namespace kiosque::date
