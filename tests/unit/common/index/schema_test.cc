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
