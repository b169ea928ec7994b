#pragma once

#include <cstddef>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/threads/bounded_queue.h"
#include "indexer/threads/in_order.h"

namespace kiosque::threads {

/// Threads that make results of tasks, which are delivered in the order of the tasks:
///
///   add > (tasks, bounded) > jobs × work > (in order, bounded) > deliver
///
/// `add` and `finish` are for one thread; `deliver` is called by one thread at a time, never by the
/// one that adds.
template <class Task, class Made>
class OrderedWorkers {
 public:
  using Work = std::function<Made(Task)>;

  /// `make_work` is called once on each thread, so that each may have tools of its own.
  /// `waiting_weight`: how much, as `add` is told, may wait for a thread. REQUIRES: jobs > 0.
  OrderedWorkers(int jobs, std::size_t waiting_weight, std::function<Work()> make_work,
                 std::function<void(Made)> deliver)
      : tasks_(waiting_weight), made_(static_cast<std::size_t>(jobs) * 4, std::move(deliver)) {
    for (int job = 0; job < jobs; ++job) {
      threads_.emplace_back([this, make_work] {
        const Work work = make_work();
        while (auto task = tasks_.pop()) made_.put(task->first, work(std::move(task->second)));
      });
    }
  }
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;
  ~OrderedWorkers() { finish(); }

  /// Leaves a task to the threads; waits while too much is waiting for them.
  void add(Task task, std::size_t weight) { tasks_.push({next_++, std::move(task)}, weight); }

  /// Waits until all is delivered. REQUIRES: no `add` after it.
  void finish() {
    tasks_.close();
    threads_.clear();
  }

 private:
  BoundedQueue<std::pair<std::size_t, Task>> tasks_;
  InOrder<Made> made_;
  std::size_t next_ = 0;
  std::vector<std::jthread> threads_;
};

}  // namespace kiosque::threads
