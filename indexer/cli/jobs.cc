#include "indexer/cli/jobs.h"

#include <algorithm>
#include <thread>

namespace kiosque::cli {

void add_jobs_option(CLI::App& command, int& jobs) {
  jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  command.add_option("-j,--jobs", jobs, "Threads that parse and analyse (default: the cores)")
      ->check(CLI::Range(1, 256));
}

}  // namespace kiosque::cli
