#include "indexer/write/shard_thread.h"

#include <utility>

namespace kiosque::write {
namespace {

/// An analysed article takes about 25 times its text: this much text is some 12 MB.
constexpr std::size_t kQueueTextBytes = 512u << 10;

}  // namespace

ShardThread::ShardThread(ShardWriter writer)
    : tasks_(kQueueTextBytes), thread_([this, writer = std::move(writer)]() mutable {
        while (auto task = tasks_.pop()) (*task)(writer);
      }) {}

ShardThread::~ShardThread() { tasks_.close(); }

void ShardThread::post(Task task, std::size_t text_bytes) {
  tasks_.push(std::move(task), text_bytes);
}

}  // namespace kiosque::write
