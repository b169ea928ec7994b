#include "indexer/fetch/host_gate.h"

#include <gtest/gtest.h>

namespace kiosque::fetch {
namespace {

using std::chrono::milliseconds;
const HostGate::Time kStart{std::chrono::seconds(1000)};

TEST(HostGate, LetsAnUnknownHostBegin) {
  const HostGate gate(milliseconds(100), kStart);

  EXPECT_EQ(gate.ready_at("a.fr"), kStart);
}

TEST(HostGate, IsShutWhileARequestIsUnderWay) {
  HostGate gate(milliseconds(100), kStart);

  gate.begin("a.fr");

  EXPECT_EQ(gate.ready_at("a.fr"), std::nullopt);
  EXPECT_EQ(gate.ready_at("b.fr"), kStart);
}

TEST(HostGate, PausesAfterARequest) {
  HostGate gate(milliseconds(100), kStart);

  gate.begin("a.fr");
  gate.end("a.fr", kStart + milliseconds(30));

  EXPECT_EQ(gate.ready_at("a.fr"), kStart + milliseconds(130));
}

TEST(HostGate, AddsJitterToThePause) {
  HostGate gate(milliseconds(100), kStart);

  gate.begin("a.fr");
  gate.end("a.fr", kStart, milliseconds(7));

  EXPECT_EQ(gate.ready_at("a.fr"), kStart + milliseconds(107));
}

TEST(HostGate, HeedsALongerDelayButNoShorterOne) {
  HostGate gate(milliseconds(100), kStart);
  gate.set_delay("a.fr", milliseconds(500));
  gate.set_delay("b.fr", milliseconds(5));

  gate.begin("a.fr");
  gate.end("a.fr", kStart);
  gate.begin("b.fr");
  gate.end("b.fr", kStart);

  EXPECT_EQ(gate.ready_at("a.fr"), kStart + milliseconds(500));
  EXPECT_EQ(gate.ready_at("b.fr"), kStart + milliseconds(100));
}

TEST(HostGate, HoldsAHost) {
  HostGate gate(milliseconds(100), kStart);

  gate.hold("a.fr", kStart + milliseconds(5000));
  gate.begin("a.fr");
  gate.end("a.fr", kStart);

  EXPECT_EQ(gate.ready_at("a.fr"), kStart + milliseconds(5000));
}

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
