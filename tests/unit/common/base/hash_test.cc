#include "common/base/hash.h"

#include <gtest/gtest.h>

namespace kiosque {
namespace {

// Indexes hold these: another value would make each of them stale.
TEST(Hash64, IsTheSameForEver) {
  EXPECT_EQ(hash64(""), 0x2D06800538D394C2u);
  EXPECT_EQ(hash64("kiosque"), 3'335'576'749'787'513'195u);
}

TEST(Hash64, TellsTextsApart) {
  EXPECT_NE(hash64("a"), hash64("b"));
  EXPECT_NE(hash64("a"), hash64({"a\0", 2}));
}

}  // namespace
}  // namespace kiosque
