#include "indexer/threads/threads.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

namespace kiosque::threads {
namespace {

TEST(InOrder, DeliversByNumberWhateverTheOrderOfArrival) {
  std::vector<int> delivered;
  InOrder<int> order(8, [&](int value) { delivered.push_back(value); });

  for (const int value : {2, 0, 3, 1}) order.put(static_cast<std::size_t>(value), value);

  EXPECT_EQ(delivered, (std::vector{0, 1, 2, 3}));
}

TEST(InOrder, ManyThreadsLoseNothing) {
  std::vector<int> delivered;
  InOrder<int> order(4, [&](int value) { delivered.push_back(value); });
  std::atomic<int> next = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        for (int value = next++; value < 5000; value = next++) {
          order.put(static_cast<std::size_t>(value), value);
        }
      });
    }
  }

  std::vector<int> expected(5000);
  std::iota(expected.begin(), expected.end(), 0);
  EXPECT_EQ(delivered, expected);
}

}  // namespace
}  // namespace kiosque::threads
