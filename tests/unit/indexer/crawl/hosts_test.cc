#include "indexer/crawl/hosts.h"

#include <gtest/gtest.h>

#include "indexer/crawl/memory.h"
#include "tests/support/temp_dir.h"

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;

const Moment kNow{1'717'408'800s};

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

}  // namespace
}  // namespace kiosque::crawl
