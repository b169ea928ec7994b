#include "indexer/html/text.h"

#include <gtest/gtest.h>

namespace kiosque::html {
namespace {

TEST(FoldSpace, FoldsEveryKindOfSpaceAndDropsInvisibleMarks) {
  EXPECT_EQ(fold_space(" a\n\t b\u00A0\u202Fc\u200B\u200Ed\x01 "), "a b cd");
}

TEST(ToNfc, ComposesAccents) { EXPECT_EQ(to_nfc("e\u0301te\u0301"), "\u00E9t\u00E9"); }

}  // namespace
}  // namespace kiosque::html
