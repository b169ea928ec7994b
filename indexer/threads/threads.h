#pragma once
// Makes results of tasks on several threads and hands them on in the order of the tasks.
//
// In: tasks. Out: results, in order; waiting tasks and results take bounded memory.
// Main types: OrderedWorkers; InOrder, which it is made of.
// Also open to other rooms: indexer/threads/bounded_queue.h (a queue between two threads)
//
// Example (tests/unit/indexer/threads/example_test.cc):
//   std::vector<int> squares;
//   OrderedWorkers<int, int> workers(
//       2, 100, [] { return [](int task) { return task * task; }; },
//       [&](int made) { squares.push_back(made); });
//   for (int task = 0; task < 4; ++task) workers.add(task, 1);
//   workers.finish();

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/threads/bounded_queue.h"

namespace kiosque::threads {

/// Puts results that several threads finish in any order back into the order of their numbers
/// (0, 1, 2, …), so that what is written never depends on which thread was faster. Safe from any
/// thread; `deliver` is called by one thread at a time.
template <class T>
class InOrder {
 public:
  /// `window`: how far a result may run ahead of the one all wait for; bounds memory.
  InOrder(std::size_t window, std::function<void(T)> deliver)
      : window_(window), deliver_(std::move(deliver)) {}

  /// Takes result `number`; delivers it and all that waited for it, or keeps it until its turn.
  void put(std::size_t number, T result) {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return number < next_ + window_; });
    waiting_.emplace(number, std::move(result));
    if (delivering_) return;  // that thread looks again before it leaves
    delivering_ = true;
    while (!waiting_.empty() && waiting_.begin()->first == next_) {
      T ready = std::move(waiting_.extract(waiting_.begin()).mapped());
      lock.unlock();
      deliver_(std::move(ready));
      lock.lock();
      ++next_;
      moved_.notify_all();
    }
    delivering_ = false;
  }

 private:
  const std::size_t window_;
  const std::function<void(T)> deliver_;
  std::mutex mutex_;
  std::condition_variable moved_;
  std::map<std::size_t, T> waiting_;
  std::size_t next_ = 0;
  bool delivering_ = false;
};

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
