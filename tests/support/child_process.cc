#include "tests/support/child_process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace kiosque::test {

ChildProcess::ChildProcess(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  int ends[2];
  EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  input_ = ends[1];
  id_ = ::fork();
  if (id_ == 0) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(ends[0], STDIN_FILENO);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  EXPECT_GT(id_, 0);
  ::close(ends[0]);
}

ChildProcess::~ChildProcess() { kill(); }

void ChildProcess::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(input_, text.data(), text.size());
    ASSERT_GT(written, 0);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void ChildProcess::kill() {
  if (id_ > 0) {
    ::kill(id_, SIGKILL);
    ::waitpid(std::exchange(id_, -1), nullptr, 0);
  }
  if (input_ >= 0) ::close(std::exchange(input_, -1));
}

}  // namespace kiosque::test
