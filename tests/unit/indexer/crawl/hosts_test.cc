#include "indexer/crawl/hosts.h"

#include <gtest/gtest.h>

#include "indexer/crawl/memory.h"
#include "tests/support/moment.h"
#include "tests/support/temp_dir.h"

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;

using test::kNow;

class HostsTest : public testing::Test {
 protected:
  test::TempDir dir_;
  Memory memory_ = Memory::open(dir_.path()).value();
};

TEST_F(HostsTest, RemembersHostsAcrossRuns) {
  memory_.hosts.keep_robots("https://a.fr", {200, "User-agent: *", kNow});
  memory_.hosts.hold("a.fr", kNow + 1h);

  Memory again = Memory::open(dir_.path()).value();

  EXPECT_EQ(again.hosts.robots("https://a.fr")->body, "User-agent: *");
  EXPECT_EQ(again.hosts.held_until("a.fr"), kNow + 1h);
  EXPECT_EQ(again.hosts.robots("https://b.fr"), std::nullopt);
}

TEST_F(HostsTest, APauseIsNoPromiseOfHttps) {
  memory_.hosts.hold("a.fr", kNow + 1h);
  memory_.hosts.keep_https("b.fr", kNow + 2h);

  EXPECT_EQ(memory_.hosts.https_until("a.fr"), std::nullopt);
  EXPECT_EQ(memory_.hosts.held_until("b.fr"), std::nullopt);
  EXPECT_EQ(memory_.hosts.https_until("b.fr"), kNow + 2h);
}

}  // namespace
}  // namespace kiosque::crawl
