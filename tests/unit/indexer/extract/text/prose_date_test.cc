#include "indexer/extract/text/prose_date.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kiosque::extract::text {
namespace {

std::string iso(std::string_view text) {
  const auto date = date_in_prose(text, std::chrono::year{2035});
  return date ? date::format_iso8601(*date) : "none";
}

TEST(DateInProse, ReadsDaysInTheLanguagesOfThePress) {
  EXPECT_EQ(iso("Publié le 1er mai 2024 à 10h05"), "2024-05-01");
  EXPECT_EQ(iso("lundi 9 décembre 2019 à 09h08"), "2019-12-09");
  EXPECT_EQ(iso("Le 17/02/2020"), "2020-02-17");
  EXPECT_EQ(iso("19.11.2019, Bern"), "2019-11-19");
  EXPECT_EQ(iso("3. Juni 2024"), "2024-06-03");
  EXPECT_EQ(iso("June 3, 2024"), "2024-06-03");
  EXPECT_EQ(iso("3 de junio de 2024"), "2024-06-03");
  EXPECT_EQ(iso("15 августа 2016, 13:43"), "2016-08-15");
}

TEST(DateInProse, RefusesWhatIsNoDay) {
  EXPECT_EQ(iso("mis à jour hier"), "none");
  EXPECT_EQ(iso("31 février 2024"), "none");
  EXPECT_EQ(iso("les 12 travaux de 1976"), "none");
  EXPECT_EQ(iso("Téléphone : 03 04 36"), "none");
}

TEST(LastYear, IsSomeYearsAheadOfTheReader) {
  const std::chrono::sys_days today = std::chrono::year{2061} / 7 / 1;

  EXPECT_EQ(last_year(today), std::chrono::year{2070});
  EXPECT_GT(last_year(std::nullopt), std::chrono::year{2100});
}

}  // namespace
}  // namespace kiosque::extract::text
