#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <utility>

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

}  // namespace kiosque::threads
