#include "searcher/cgi/process.h"

#include <sys/prctl.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <set>
#include <thread>

#include "common/base/result.h"

namespace kiosque::cgi {
namespace {

// All a signal handler can reach is global.
int g_descriptor = -1;
const char* g_answer = nullptr;
std::size_t g_size = 0;

void write_late_answer(int) {
  std::size_t written = 0;
  while (written < g_size) {
    const ssize_t count = write(g_descriptor, g_answer + written, g_size - written);
    if (count <= 0) break;
    written += static_cast<std::size_t>(count);
  }
  _exit(kExitError);
}

void set_alarm(std::chrono::seconds limit) {
  itimerval timer{};
  timer.it_value.tv_sec = limit.count();
  setitimer(ITIMER_REAL, &timer, nullptr);
}

using Moment = std::chrono::steady_clock::time_point;

constexpr std::chrono::seconds kBriefLife{1};
constexpr std::chrono::milliseconds kPause{100};

sigset_t watched_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGCHLD, SIGTERM, SIGINT}) sigaddset(&signals, signal);
  return signals;
}

/// In the child this does not return.
pid_t start_worker(int (*serve)(), const sigset_t& signals) {
  const pid_t parent = getpid();
  const pid_t worker = fork();
  if (worker != 0) return worker;
  sigprocmask(SIG_UNBLOCK, &signals, nullptr);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(kExitOk);  // it died before we said that we depend on it
  _exit(serve());
}

int stop(const std::set<pid_t>& workers) {
  for (const pid_t worker : workers) kill(worker, SIGTERM);
  for (const pid_t worker : workers) waitpid(worker, nullptr, 0);
  return kExitOk;
}

}  // namespace

TimeLimit::TimeLimit(std::chrono::seconds limit, int descriptor, std::string_view late_answer) {
  g_descriptor = descriptor;
  g_answer = late_answer.data();
  g_size = late_answer.size();
  struct sigaction action {};
  action.sa_handler = write_late_answer;
  sigaction(SIGALRM, &action, nullptr);
  set_alarm(limit);
}

TimeLimit::~TimeLimit() { set_alarm(std::chrono::seconds{0}); }

int run_workers(int count, int (*serve)()) {
  const sigset_t signals = watched_signals();
  sigprocmask(SIG_BLOCK, &signals, nullptr);
  std::set<pid_t> workers;
  for (;;) {
    while (workers.size() < static_cast<std::size_t>(count)) {
      const pid_t worker = start_worker(serve, signals);
      if (worker < 0) {
        stop(workers);
        return kExitError;
      }
      workers.insert(worker);
    }
    const Moment started = std::chrono::steady_clock::now();
    int signal = 0;
    sigwait(&signals, &signal);
    if (signal != SIGCHLD) return stop(workers);
    for (pid_t ended = 0; (ended = waitpid(-1, nullptr, WNOHANG)) > 0;) workers.erase(ended);
    // Should they die as fast as they are started, do not start them as fast as they die.
    if (std::chrono::steady_clock::now() - started < kBriefLife) {
      std::this_thread::sleep_for(kPause);
    }
  }
}

}  // namespace kiosque::cgi
