#include "indexer/cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

#include "common/base/terminal.h"
#include "indexer/cli/readable.h"

namespace kiosque::cli {
namespace {

using Seconds = std::chrono::duration<double>;
constexpr std::chrono::milliseconds kInterval{250};

std::string describe(const pipeline::Progress& progress, std::uint64_t total_bytes,
                     double seconds) {
  const std::size_t articles = progress.articles;
  const std::size_t errors = progress.errors;
  const auto bytes = static_cast<double>(progress.raw_bytes.load());
  std::string line = fmt::format("{} articles, {:.0f}/s", grouped(articles),
                                 static_cast<double>(articles) / seconds);
  if (errors > 0) line += fmt::format(", {} errors", grouped(errors));
  if (total_bytes > 0 && bytes > 0) {
    const double share = std::min(1.0, bytes / static_cast<double>(total_bytes));
    line += fmt::format(", {:.0f} %", share * 100);
    if (seconds > 2) line += ", " + readable_duration(seconds * (1 - share) / share) + " left";
  }
  return line;
}

}  // namespace

struct ProgressLine::Impl {
  const pipeline::Progress& progress;
  std::uint64_t total_bytes;
  bool shown;
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::jthread thread;

  void run(const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex);
    while (!stopped.wait_for(lock, stop, kInterval, [&] { return stop.stop_requested(); })) {
      const Seconds elapsed = std::chrono::steady_clock::now() - start;
      std::cerr << "\r\x1b[K" << describe(progress, total_bytes, elapsed.count()) << std::flush;
    }
    std::cerr << "\r\x1b[K" << std::flush;
  }
};

ProgressLine::ProgressLine(const pipeline::Progress& progress, std::uint64_t total_bytes)
    : impl_(new Impl{progress, total_bytes, is_terminal(STDERR_FILENO), {}, {}, {}}) {
  if (impl_->shown) {
    impl_->thread =
        std::jthread([impl = impl_.get()](const std::stop_token& stop) { impl->run(stop); });
  }
}

ProgressLine::~ProgressLine() {
  if (impl_->thread.joinable()) {
    impl_->thread.request_stop();
    impl_->thread.join();
  }
}

void ProgressLine::report(const Error& error) {
  const std::lock_guard lock(impl_->mutex);
  if (impl_->shown) std::cerr << "\r\x1b[K";
  report_error("indexer", error);
}

}  // namespace kiosque::cli
