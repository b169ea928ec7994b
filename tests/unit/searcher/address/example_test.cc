#include <gtest/gtest.h>

#include "searcher/address/address.h"

namespace kiosque::address {
namespace {

TEST(AddressExample, ReadsAndWritesTheAddressOfASearch) {
  const auto link = read_link({.query_string = "q=armes+Kiev&page=2"});
  ASSERT_TRUE(link);
  EXPECT_EQ(link->request.query, "armes Kiev");
  EXPECT_EQ(to_href(*link), "?q=armes%20Kiev&page=2");
}

}  // namespace
}  // namespace kiosque::address
