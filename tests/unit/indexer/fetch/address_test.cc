#include "indexer/fetch/address.h"

#include <gtest/gtest.h>

namespace kiosque::fetch {
namespace {

TEST(IsPublicAddress, KnowsPrivateAndReservedNetworks) {
  for (const char* address : {"127.0.0.1",
                              "10.1.2.3",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.168.1.1",
                              "169.254.169.254",
                              "100.64.0.1",
                              "0.0.0.0",
                              "192.0.2.7",
                              "198.18.0.1",
                              "224.0.0.1",
                              "255.255.255.255",
                              "::1",
                              "::",
                              "fe80::1",
                              "fc00::1",
                              "fd12::1",
                              "ff02::1",
                              "2001:db8::1",
                              "::ffff:127.0.0.1",
                              "64:ff9b::10.0.0.1",
                              "2002:7f00:0001::",
                              "fe80::1%eth0"}) {
    EXPECT_FALSE(is_public_address(std::string_view(address))) << address;
  }
}

TEST(IsPublicAddress, KnowsPublicAddresses) {
  for (const char* address : {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "192.167.0.1",
                              "2a01:e0a::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"}) {
    EXPECT_TRUE(is_public_address(std::string_view(address))) << address;
  }
}

TEST(IsPublicAddress, RefusesWhatIsNoAddress) {
  EXPECT_FALSE(is_public_address(std::string_view("rfi.fr")));
  EXPECT_FALSE(is_public_address(std::string_view("")));
}

TEST(IsPrivateHost, JudgesNamesAndNumbers) {
  for (const char* host : {"localhost", "a.localhost", "localhost.", "nas.local", "10.0.0.1",
                           "[::1]", "metadata.internal"}) {
    EXPECT_TRUE(is_private_host(host)) << host;
  }
  for (const char* host : {"rfi.fr", "notlocalhost", "8.8.8.8", "[2a01:e0a::1]"}) {
    EXPECT_FALSE(is_private_host(host)) << host;
  }
}

}  // namespace
}  // namespace kiosque::fetch
