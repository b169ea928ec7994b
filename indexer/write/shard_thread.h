#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <thread>

#include "indexer/threads/bounded_queue.h"
#include "indexer/write/shard_writer.h"

namespace kiosque::write {

/// A shard with the one thread that writes it. Tasks are done in the order they come.
class ShardThread {
 public:
  using Task = std::function<void(ShardWriter&)>;

  explicit ShardThread(ShardWriter writer);
  ~ShardThread();
  ShardThread(const ShardThread&) = delete;
  ShardThread& operator=(const ShardThread&) = delete;

  /// Leaves `task` to the thread; waits while tasks of too many bytes of text are waiting.
  void post(Task task, std::size_t text_bytes);

  /// Leaves `action` to the thread; the future holds what it returns.
  template <class Action>
  [[nodiscard]] auto ask(Action action) -> std::future<std::invoke_result_t<Action, ShardWriter&>> {
    using Answer = std::invoke_result_t<Action, ShardWriter&>;
    auto promise = std::make_shared<std::promise<Answer>>();
    post([promise, action](ShardWriter& writer) { promise->set_value(action(writer)); }, 0);
    return promise->get_future();
  }

 private:
  threads::BoundedQueue<Task> tasks_;
  std::jthread thread_;
};

}  // namespace kiosque::write
