// Runs one crawl at a time of the caller's choosing: what the night test starts and kills.
//   night_crawler INDEX HOST:PORT HOURS_LATER DELAY_MS
#include <atomic>
#include <cstdlib>
#include <iostream>
#include <string>

#include "indexer/crawl/crawl.h"

namespace {

class LaterClock final : public kiosque::date::Clock {
 public:
  explicit LaterClock(std::chrono::hours later) : later_(later) {}
  [[nodiscard]] std::chrono::sys_seconds now() const override { return clock_.now() + later_; }

 private:
  kiosque::date::SystemClock clock_;
  std::chrono::hours later_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return kiosque::kExitError;
  const LaterClock clock{std::chrono::hours(std::atoi(argv[3]))};
  const std::atomic<bool> stop{false};
  kiosque::crawl::Setup setup;
  setup.directory = argv[1];
  setup.curl.user_agent = "night_crawler";
  setup.curl.connect_to = argv[2];
  setup.fetcher.host_delay = std::chrono::milliseconds(std::atoi(argv[4]));
  setup.crawl.waiting = kiosque::crawl::Waiting::Never;
  setup.crawl.checkpoint_articles = 200;
  const auto report = kiosque::crawl::run(setup, clock, stop);
  if (!report) {
    std::cerr << report.error().message << '\n';
    return kiosque::kExitError;
  }
  std::cout << kiosque::crawl::to_text(*report);
  return report->is_partial() ? kiosque::kExitPartial : kiosque::kExitOk;
}
