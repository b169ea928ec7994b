#include "indexer/fetch/host_family.h"

#include <gtest/gtest.h>

namespace kiosque::fetch {
namespace {

TEST(HostFamily, JoinsTheNamesOfAService) {
  EXPECT_EQ(host_family("loups.tumblr.com"), "tumblr.com");
  EXPECT_EQ(host_family("tumblr.com"), "tumblr.com");
}

TEST(HostFamily, IsTheHostItselfElsewhere) {
  EXPECT_EQ(host_family("www.lemonde.fr"), "www.lemonde.fr");
  EXPECT_EQ(host_family("nottumblr.com"), "nottumblr.com");
}

}  // namespace
}  // namespace kiosque::fetch
