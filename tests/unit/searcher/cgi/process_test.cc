#include "searcher/cgi/process.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <string>

#include "common/base/result.h"

namespace kiosque::cgi {
namespace {

struct Ended {
  std::string words;
  int status = 0;
};

/// Runs `work` in a process of its own that may take a second.
template <typename Work>
Ended run_limited(Work work) {
  std::array<int, 2> ends{};
  EXPECT_EQ(pipe(ends.data()), 0);
  const pid_t child = fork();
  if (child == 0) {
    const TimeLimit limit(std::chrono::seconds{1}, ends[1], "Status: 503\r\n\r\ntoo slow");
    work();
    _exit(kExitOk);
  }
  close(ends[1]);
  Ended ended;
  std::array<char, 256> buffer{};
  for (ssize_t count = 0; (count = read(ends[0], buffer.data(), buffer.size())) > 0;) {
    ended.words.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ended;
}

TEST(TimeLimit, CutsOffWorkThatNeverEndsAndWritesTheLateAnswer) {
  const Ended ended = run_limited([] {
    std::atomic<unsigned> turns = 0;
    while (true) ++turns;
  });

  EXPECT_EQ(ended.words, "Status: 503\r\n\r\ntoo slow");
  EXPECT_EQ(ended.status, kExitError);
}

TEST(TimeLimit, SaysNothingWhenWorkEndsInTime) {
  const Ended ended = run_limited([] {});

  EXPECT_EQ(ended.words, "");
  EXPECT_EQ(ended.status, kExitOk);
}

}  // namespace
}  // namespace kiosque::cgi
