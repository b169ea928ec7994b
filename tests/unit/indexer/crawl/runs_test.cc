#include "indexer/crawl/runs.h"

#include <gtest/gtest.h>

#include "indexer/crawl/memory.h"
#include "tests/support/moment.h"
#include "tests/support/temp_dir.h"

namespace kiosque::crawl {
namespace {

using namespace std::chrono_literals;

using test::kNow;

class RunsTest : public testing::Test {
 protected:
  test::TempDir dir_;
  Memory memory_ = Memory::open(dir_.path()).value();
};

TEST_F(RunsTest, TellsARunThatDidNotEnd) {
  const auto first = memory_.runs.begin(kNow).value();
  ASSERT_TRUE(memory_.runs.end(first, kNow + 1h, "{}"));
  EXPECT_EQ(memory_.runs.last().value()->ended, kNow + 1h);

  (void)memory_.runs.begin(kNow + 24h);

  EXPECT_EQ(memory_.runs.last().value()->ended, Moment{});
}

}  // namespace
}  // namespace kiosque::crawl
