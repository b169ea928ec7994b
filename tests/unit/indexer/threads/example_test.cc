#include <gtest/gtest.h>

#include <vector>

#include "indexer/threads/threads.h"

namespace kiosque::threads {
namespace {

// As threads.h shows it.
TEST(ThreadsExample, ResultsComeInTheOrderOfTheTasks) {
  std::vector<int> squares;
  OrderedWorkers<int, int> workers(
      2, 100, [] { return [](int task) { return task * task; }; },
      [&](int made) { squares.push_back(made); });
  for (int task = 0; task < 4; ++task) workers.add(task, 1);
  workers.finish();

  EXPECT_EQ(squares, (std::vector{0, 1, 4, 9}));
}

}  // namespace
}  // namespace kiosque::threads
