#include "common/index/schema.h"

#include <gtest/gtest.h>

namespace kiosque::index {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

TEST(FindField, KnowsFieldsInBothLanguagesAndAnyCase) {
  ASSERT_NE(find_field("Titre"), nullptr);
  EXPECT_EQ(find_field("Titre"), find_field("TITLE"));
  EXPECT_EQ(find_field("lang"), find_field("langue"));
  EXPECT_EQ(find_field("mot-cle"), find_field("mot-clé"));
  EXPECT_EQ(find_field("couleur"), nullptr);
  EXPECT_EQ(find_field(""), nullptr);
}

TEST(UniqueTerm, TellsAddressesApartAndIsShort) {
  EXPECT_NE(unique_term("https://a.fr/1"), unique_term("https://a.fr/2"));
  EXPECT_EQ(unique_term(std::string(5000, 'x')).size(), 33u);
}

TEST(ValueTerm, FoldsAndJoinsSpaces) {
  EXPECT_EQ(value_term("G", "  Économie \n Sociale "), "Geconomie sociale");
}

TEST(ValueTerm, CutsLongValuesBetweenCharacters) {
  std::string value;
  for (int i = 0; i < 300; ++i) value += "ж";

  const std::string term = value_term("K", value);

  EXPECT_LE(term.size(), 245u);
  EXPECT_EQ(term.substr(term.size() - 2), "ж");
}

TEST(EncodeTime, SortsByTimeAndComesBack) {
  const sys_seconds times[] = {sys_seconds(seconds(-1'000'000'000)), sys_seconds(seconds(-1)),
                               sys_seconds(seconds(0)), sys_seconds(seconds(1'717'401'900))};

  for (std::size_t i = 0; i < std::size(times); ++i) {
    EXPECT_EQ(decode_time(encode_time(times[i])), times[i]);
    if (i == 0) continue;
    EXPECT_LT(encode_time(times[i - 1]), encode_time(times[i]));
  }
  EXPECT_EQ(decode_time("abc"), std::nullopt);
}

}  // namespace
}  // namespace kiosque::index
