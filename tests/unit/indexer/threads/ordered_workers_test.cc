#include "indexer/threads/threads.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <set>
#include <vector>

namespace kiosque::threads {
namespace {

TEST(OrderedWorkers, DeliverInTheOrderOfTheTasks) {
  std::vector<int> delivered;
  OrderedWorkers<int, int> workers(
      4, 64, [] { return [](int task) { return task * 2; }; },
      [&](int made) { delivered.push_back(made); });

  for (int task = 0; task < 3000; ++task) workers.add(task, 8);
  workers.finish();

  std::vector<int> expected(3000);
  std::iota(expected.begin(), expected.end(), 0);
  for (int& value : expected) value *= 2;
  EXPECT_EQ(delivered, expected);
}

TEST(OrderedWorkers, GiveEachThreadToolsOfItsOwn) {
  std::atomic<int> tools = 0;
  std::set<int> used;
  OrderedWorkers<int, int> workers(
      3, 64, [&] { return [tool = tools++](int) { return tool; }; },
      [&](int tool) { used.insert(tool); });

  for (int task = 0; task < 300; ++task) workers.add(task, 1);
  workers.finish();

  EXPECT_EQ(tools, 3);
  EXPECT_LE(used.size(), 3u);
}

TEST(OrderedWorkers, TakeATaskThatWeighsMoreThanMayWait) {
  int sum = 0;
  {
    OrderedWorkers<int, int> workers(
        1, 10, [] { return [](int task) { return task; }; }, [&](int made) { sum += made; });
    for (int task = 1; task <= 4; ++task) workers.add(task, 1000);
  }

  EXPECT_EQ(sum, 10);
}

}  // namespace
}  // namespace kiosque::threads
