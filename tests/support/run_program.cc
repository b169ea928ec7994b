#include "tests/support/run_program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace kiosque::test {
namespace {

using Deadline = std::chrono::steady_clock::time_point;

struct Pipe {
  int read_end = -1;
  int write_end = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  return {ends[0], ends[1]};
}

void close_end(int& descriptor) {
  if (descriptor >= 0) close(descriptor);
  descriptor = -1;
}

/// The child's side after fork: never returns.
[[noreturn]] void become(const std::vector<std::string>& command, const RunOptions& options,
                         const Pipe& in, const Pipe& out, const Pipe& err) {
  dup2(in.read_end, STDIN_FILENO);
  dup2(out.write_end, STDOUT_FILENO);
  dup2(err.write_end, STDERR_FILENO);
  signal(SIGPIPE, SIG_DFL);
  for (const auto& [name, value] : options.environment) {
    if (value.empty()) {
      unsetenv(name.c_str());
    } else {
      setenv(name.c_str(), value.c_str(), 1);
    }
  }
  std::vector<char*> argv;
  for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  if (options.directory.empty() || chdir(options.directory.c_str()) == 0) {
    execvp(argv[0], argv.data());
  }
  _exit(127);
}

void write_some(int& descriptor, std::string_view& rest) {
  const ssize_t written = write(descriptor, rest.data(), rest.size());
  if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  if (rest.empty() || (written < 0 && errno != EAGAIN && errno != EINTR)) close_end(descriptor);
}

void read_some(int& descriptor, std::string& text) {
  std::array<char, 65536> buffer;
  const ssize_t got = read(descriptor, buffer.data(), buffer.size());
  if (got > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(got));
  } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
    close_end(descriptor);
  }
}

/// Our ends of the pipes to a program.
struct Ends {
  int in;
  int out;
  int err;
};

/// Feeds and drains the three pipes until the program has closed them; false when time is over.
bool exchange(Ends ends, std::string_view input, Deadline deadline, RunResult& result) {
  auto& [in, out, err] = ends;
  fcntl(in, F_SETFL, O_NONBLOCK);
  if (input.empty()) close_end(in);
  bool in_time = true;
  while (in_time && (out >= 0 || err >= 0)) {
    std::array<pollfd, 3> waiting{pollfd{in, POLLOUT, 0}, pollfd{out, POLLIN, 0},
                                  pollfd{err, POLLIN, 0}};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    in_time = left.count() > 0 &&
              poll(waiting.data(), waiting.size(), static_cast<int>(left.count())) != 0;
    if (waiting[0].revents != 0) write_some(in, input);
    if (waiting[1].revents != 0) read_some(out, result.out);
    if (waiting[2].revents != 0) read_some(err, result.err);
  }
  close_end(in);
  close_end(out);
  close_end(err);
  return in_time;
}

/// A program may close its output and stay: waits for its end, at most until `deadline`.
int wait_for_end(pid_t child, Deadline deadline, RunResult& result) {
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() >= deadline && !result.timed_out) {
      result.timed_out = true;
      kill(child, SIGKILL);
    }
    usleep(1000);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

RunResult run_program(const std::vector<std::string>& command, const RunOptions& options) {
  signal(SIGPIPE, SIG_IGN);  // a program that does not read its input must not end the test
  Pipe in = make_pipe(), out = make_pipe(), err = make_pipe();
  const Deadline deadline = std::chrono::steady_clock::now() + options.limit;
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(command, options, in, out, err);
  close_end(in.read_end);
  close_end(out.write_end);
  close_end(err.write_end);

  RunResult result;
  const Ends ends{in.write_end, out.read_end, err.read_end};
  if (!exchange(ends, options.input, deadline, result)) {
    result.timed_out = true;
    kill(child, SIGKILL);
  }
  result.status = wait_for_end(child, deadline, result);
  if (result.timed_out) ADD_FAILURE() << command.front() << " ran out of time";
  if (result.status == 127) ADD_FAILURE() << command.front() << " could not be started";
  return result;
}

RunResult run_indexer(const std::vector<std::string>& arguments, const RunOptions& options) {
  std::vector<std::string> command{program_path("indexer")};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run_program(command, options);
}

RunResult run_searcher(const std::vector<std::string>& arguments, const RunOptions& options) {
  std::vector<std::string> command{program_path("searcher")};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run_program(command, options);
}

std::filesystem::path program_path(std::string_view name) {
  return std::filesystem::path(KIOSQUE_BIN_DIR) / name;
}

}  // namespace kiosque::test
